import { z } from "zod";
import { ProviderError } from "#inference/provider-error.ts";

const modelSchema = z.object({
  name: z.string().min(1).max(300),
  supportedGenerationMethods: z.array(z.string()).nullish(),
});

const nextPageToken = z.string().max(5_000).nullish();

/** What is in it is looked at one by one: of a whole array a schema would tell what is wrong with each of millions. */
const modelsSchema = z.array(z.unknown()).max(10_000);

/** The Gemini API lists what a key may use, Vertex what a publisher has. */
const listSchema = z.union([
  z.object({ models: modelsSchema, nextPageToken }),
  z.object({ publisherModels: modelsSchema, nextPageToken }),
]);

/** What is no model that answers in text. */
const OTHER_KINDS = /embedding|imagen|image|veo|lyria|tts|audio|live|robotics|computer-use|aqa|deep-research/;

type ModelPage = { names: string[]; nextPageToken: string | null };

/** The names of the chat models in one page of a list of Google's. Throws ProviderError where the answer is no such list. */
export async function readModels(response: Response): Promise<ModelPage> {
  const list = listSchema.safeParse(parseJson(await response.text()));
  const models = list.success ? readAll("models" in list.data ? list.data.models : list.data.publisherModels) : null;
  if (!list.success || models === null) {
    throw new ProviderError("provider-unreachable", {
      message: "The address answers, but not with a list of models. Is the base address right?",
      isRetryable: false,
      status: response.status,
    });
  }
  const names = models
    .filter(({ supportedGenerationMethods: methods }) => !methods || methods.includes("generateContent"))
    .map(({ name }) => name.slice(name.lastIndexOf("/") + 1));
  return {
    names: [...new Set(names)].filter((name) => !OTHER_KINDS.test(name)),
    nextPageToken: list.data.nextPageToken || null,
  };
}

/** Stops at the first that is no model. */
function readAll(entries: readonly unknown[]): z.infer<typeof modelSchema>[] | null {
  const models: z.infer<typeof modelSchema>[] = [];
  for (const entry of entries) {
    const parsed = modelSchema.safeParse(entry);
    if (!parsed.success) return null;
    models.push(parsed.data);
  }
  return models;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
