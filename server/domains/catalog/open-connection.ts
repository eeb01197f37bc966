import { createConnection, type ProviderConnection } from "#inference/index.ts";
import type { SecretBox } from "#server/ports/secret-box.ts";
import type { ConnectionRecord } from "./catalog.ts";

/** The way to a provider with its key opened: never log or keep it. Throws where the key cannot be opened. */
export function openConnection(
  secretBox: Pick<SecretBox, "open">,
  { id, provider, baseUrl, project, region, sealedApiKey }: ConnectionRecord,
): ProviderConnection {
  const apiKey = sealedApiKey === null ? null : secretBox.open(sealedApiKey, id);
  return createConnection({ provider, baseUrl, project, region, apiKey });
}
