import { z } from "zod";
import { ProviderError } from "#inference/provider-error.ts";

/** What OpenAI's and Anthropic's lists of models have in common; what is in it is looked at one by one. */
const modelListSchema = z.object({ data: z.array(z.unknown()).max(10_000) });
const modelSchema = z.object({ id: z.string().min(1).max(200) });

/** The names in a provider's list of models. Throws ProviderError where the answer is no such list. */
export async function readModelList(response: Response): Promise<string[]> {
  const text = await response.text();
  const names = readNames(parseJson(text));
  if (names !== null) return [...new Set(names)];
  throw new ProviderError("provider-unreachable", {
    message: "The address answers, but not with a list of models. Is the base address right?",
    isRetryable: false,
    status: response.status,
  });
}

/** Stops at the first that is no model: of a whole array a schema would tell what is wrong with each of millions. */
function readNames(json: unknown): string[] | null {
  const list = modelListSchema.safeParse(json);
  if (!list.success) return null;
  const names: string[] = [];
  for (const entry of list.data.data) {
    const model = modelSchema.safeParse(entry);
    if (!model.success) return null;
    names.push(model.data.id);
  }
  return names;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
