import { z } from "zod";
import { ProviderError } from "#inference/provider-error.ts";
import { isChatModelName } from "#inference/wire/openai-chat/is-chat-model-name.ts";

/** What is in it is looked at one by one. */
const listSchema = z.object({ data: z.array(z.unknown()).max(10_000) });

const deploymentSchema = z.object({
  id: z.string().min(1).max(200),
  /** What is deployed, which its own name need not say. */
  model: z.string().nullish(),
  status: z.string().nullish(),
});

/** The names of the deployments in Azure's list that answer chats now. Throws ProviderError where the answer is no such list. */
export async function readDeployments(response: Response): Promise<string[]> {
  const list = listSchema.safeParse(parseJson(await response.text()));
  if (!list.success) throw noList(response);
  const names = new Set<string>();
  for (const entry of list.data.data) {
    const deployment = deploymentSchema.safeParse(entry);
    if (!deployment.success) throw noList(response);
    const { id, model, status } = deployment.data;
    if (isChatModelName(model ?? id) && (status ?? "succeeded") === "succeeded") names.add(id);
  }
  return [...names];
}

function noList({ status }: Response): ProviderError {
  return new ProviderError("provider-unreachable", {
    message: "The address answers, but not with a list of deployments. Is it the endpoint of the resource?",
    isRetryable: false,
    status,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
