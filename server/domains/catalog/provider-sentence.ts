import type { ConnectableProvider } from "#contracts/connection.ts";
import type { ProviderErrorCode } from "#inference/index.ts";

/** What was called, and how it failed. `message` is the failure's own, for logs. */
export type FailedCheck = {
  code: ProviderErrorCode;
  message: string;
  status: number | null;
  provider: ConnectableProvider;
  baseUrl: string | null;
  hasApiKey: boolean;
};

const KNOWN = {
  openai: { name: "OpenAI", host: "api.openai.com", keyPage: "platform.openai.com/api-keys" },
  anthropic: { name: "Anthropic", host: "api.anthropic.com", keyPage: "platform.claude.com/settings/keys" },
  google: { name: "Google", host: "generativelanguage.googleapis.com", keyPage: "aistudio.google.com/apikey" },
  vertex: {
    name: "Vertex AI",
    host: "aiplatform.googleapis.com",
    keyPage: "console.cloud.google.com/iam-admin/serviceaccounts",
  },
} as const;

/** One sentence or two for who pasted a key or an address: what happened, and what to do. Never quotes the key. */
export function providerSentence(failed: FailedCheck): string {
  const { name, host, keyPage } = describePlace(failed);
  switch (failed.code) {
    case "provider-key-invalid":
      if (!failed.hasApiKey) return `${name} asks for a key. Enter one and try again.`;
      return `${name} rejects this key. Copy the whole key again${keyPage} and paste it.`;
    case "provider-permission-denied":
      return `${name} knows this key, but does not allow it to be used. Check its permissions, its region and the credit of its account.`;
    case "provider-rate-limited":
      return `${name} asks for a pause: too many requests with this key. Wait a minute and try again.`;
    case "provider-unavailable":
    case "provider-stream-broken":
      return `${name} answers, but with a fault of its own. Try again in a few minutes.`;
    case "provider-unreachable":
    case "model-unavailable":
      return unreachableSentence(failed, name, host);
    case "provider-content-filtered":
    case "provider-request-rejected":
      return `${name} does not understand the request. Check that the address is the right one for this kind of provider.`;
  }
}

function describePlace(failed: FailedCheck): { name: string; host: string; keyPage: string } {
  if (failed.provider === "openai-compatible" || failed.provider === "azure-openai" || failed.baseUrl !== null) {
    const host = failed.baseUrl ?? "this address";
    return { name: `The server at ${host}`, host, keyPage: " from where you got it" };
  }
  const { name, host, keyPage } = KNOWN[failed.provider];
  return { name, host, keyPage: ` from ${keyPage}` };
}

function unreachableSentence(failed: FailedCheck, name: string, host: string): string {
  if (failed.status !== null) {
    return `Something answers at ${host}, but it is not a model server. Check the address: it often ends in /v1.`;
  }
  if (failed.message.includes("PRIVATE_ADDRESSES")) {
    return `${host} is in this server's own network, which is closed to models. Check PRIVATE_ADDRESSES in docs/configuration.md: whoever runs this instance can open it.`;
  }
  if (failed.message.includes("no model server may have")) {
    return `Nobody may be called at ${host}: networks and clouds keep that address for themselves. Check it for a typing error.`;
  }
  if (failed.baseUrl === null) {
    return `${name} cannot be reached: nothing answers at ${host}. Check that this server has a way to the internet, then try again.`;
  }
  if (/ENOTFOUND|EAI_AGAIN|EAI_NODATA/.test(failed.message)) {
    return `There is no server of the name in ${host}, or this server has no network. Check the address for a typing error.`;
  }
  if (/certificate|CERT|SSL|TLS/.test(failed.message)) {
    return `The connection to ${host} is not secure: its certificate is not accepted. Check the address, or use http:// in your own network.`;
  }
  return `Nothing answers at ${host}. Check the address, and that the server is running and can be reached from here.`;
}
