import { checkModelName } from "./check-model-name.ts";

/** A request for vectors in the words of Google's SDK, which turns them into those of either of its services. */
export type GeminiEmbedRequest = {
  model: string;
  contents: { role: "user"; parts: { text: string }[] }[];
  config: { outputDimensionality?: number };
};

/** Our request for a vector of each text. Throws ProviderError. */
export function writeEmbedRequest(
  modelName: string,
  texts: readonly string[],
  dimensions: number | null,
): GeminiEmbedRequest {
  return {
    model: checkModelName(modelName),
    // As texts alone, newer models would make one vector of all of them.
    contents: texts.map((text) => ({ role: "user", parts: [{ text }] })),
    config: dimensions === null ? {} : { outputDimensionality: dimensions },
  };
}
