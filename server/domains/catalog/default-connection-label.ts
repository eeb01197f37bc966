import type { ConnectableProvider } from "#contracts/connection.ts";

const NAMES: Record<ConnectableProvider, string> = {
  openai: "OpenAI",
  anthropic: "Anthropic",
  "azure-openai": "Azure OpenAI",
  google: "Google",
  vertex: "Vertex AI",
  "openai-compatible": "OpenAI",
};

/** What a connection is called whose maker gave it no name: the provider, or the server's host. */
export function defaultConnectionLabel(provider: ConnectableProvider, baseUrl: string | null): string {
  const host = baseUrl === null ? null : URL.parse(baseUrl)?.host;
  if (host && provider === "openai-compatible") return host;
  const name = NAMES[provider];
  return host ? `${name} (${host})` : name;
}
