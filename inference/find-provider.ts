import type { Provider, ProviderName } from "./provider.ts";
import { anthropic } from "./providers/anthropic/index.ts";
import { azureOpenai } from "./providers/azure-openai/index.ts";
import { demo } from "./providers/demo/index.ts";
import { google } from "./providers/google/index.ts";
import { openai } from "./providers/openai/index.ts";
import { openaiCompatible } from "./providers/openai-compatible/index.ts";
import { vertex } from "./providers/vertex/index.ts";

const PROVIDERS: Record<ProviderName, Provider> = {
  openai,
  anthropic,
  "azure-openai": azureOpenai,
  google,
  vertex,
  "openai-compatible": openaiCompatible,
  demo,
};

/** The provider of a name. */
export function findProvider(name: ProviderName): Provider {
  return PROVIDERS[name];
}
