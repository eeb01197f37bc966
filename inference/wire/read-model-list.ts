import { z } from "zod";
import { ProviderError } from "#inference/provider-error.ts";

/** What OpenAI's and Anthropic's lists of models have in common. */
const modelListSchema = z.object({ data: z.array(z.object({ id: z.string().min(1).max(200) })).max(10_000) });

/** The names in a provider's list of models. Throws ProviderError where the answer is no such list. */
export async function readModelList(response: Response): Promise<string[]> {
  const text = await response.text();
  const parsed = modelListSchema.safeParse(parseJson(text));
  if (parsed.success) return [...new Set(parsed.data.data.map(({ id }) => id))];
  throw new ProviderError("provider-unreachable", {
    message: "The address answers, but not with a list of models. Is the base address right?",
    isRetryable: false,
    status: response.status,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
