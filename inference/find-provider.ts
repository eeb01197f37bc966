import type { Provider, ProviderName } from "./provider.ts";
import { ProviderError } from "./provider-error.ts";
import { anthropic } from "./providers/anthropic/index.ts";
import { azureOpenai } from "./providers/azure-openai/index.ts";
import { demo } from "./providers/demo/index.ts";
import { openai } from "./providers/openai/index.ts";
import { openaiCompatible } from "./providers/openai-compatible/index.ts";

const PROVIDERS: Record<ProviderName, Provider> = {
  openai,
  anthropic,
  "azure-openai": azureOpenai,
  google: notYet("google"),
  vertex: notYet("vertex"),
  "openai-compatible": openaiCompatible,
  demo,
};

/** The provider of a name. */
export function findProvider(name: ProviderName): Provider {
  return PROVIDERS[name];
}

/** Keeps the place of a provider that is still to come. */
function notYet(name: string): Provider {
  const refuse = (): never => {
    throw new ProviderError("provider-unreachable", { message: `${name} is not spoken yet.`, isRetryable: false });
  };
  return { createChatModel: refuse, createEmbeddingModel: () => null, listModelNames: refuse };
}
