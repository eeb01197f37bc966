import type { ProviderName } from "#inference/provider.ts";

/** Every way to a model that is not our own: each provider, and each protocol of one that speaks two. */
export type Way = Exclude<ProviderName, "demo"> | "openai-responses" | "azure-responses" | "vertex-claude";

/** The provider of each way, what stands before a model's name so that it takes that way, and whether it does only with tools. */
export const WAYS: Record<Way, { provider: ProviderName; prefix: string; needsTools?: true }> = {
  openai: { provider: "openai", prefix: "" },
  "openai-responses": { provider: "openai", prefix: "gpt-6-", needsTools: true },
  anthropic: { provider: "anthropic", prefix: "" },
  "azure-openai": { provider: "azure-openai", prefix: "" },
  "azure-responses": { provider: "azure-openai", prefix: "gpt-6-", needsTools: true },
  google: { provider: "google", prefix: "" },
  vertex: { provider: "vertex", prefix: "" },
  "vertex-claude": { provider: "vertex", prefix: "claude-" },
  "openai-compatible": { provider: "openai-compatible", prefix: "" },
};
