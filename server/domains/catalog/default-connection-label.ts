import type { ConnectableProvider } from "#contracts/connection.ts";

/** What a connection is called whose maker gave it no name: the provider, or the server's host. */
export function defaultConnectionLabel(provider: ConnectableProvider, baseUrl: string | null): string {
  const host = baseUrl === null ? null : URL.parse(baseUrl)?.host;
  if (host && provider === "openai-compatible") return host;
  const name = provider === "anthropic" ? "Anthropic" : "OpenAI";
  return host ? `${name} (${host})` : name;
}
