import { ProviderError } from "#inference/provider-error.ts";

/** The name of a model that stands in the path of its address. Throws ProviderError for what would make it another path. */
export function checkModelName(modelName: string): string {
  if (/^[\w.@-]{1,200}$/.test(modelName) && !modelName.includes("..")) return modelName;
  throw new ProviderError("model-unavailable", {
    message: `There is no model ${JSON.stringify(modelName.slice(0, 100))} at Google.`,
    isRetryable: false,
  });
}
