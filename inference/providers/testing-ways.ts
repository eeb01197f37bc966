import type { ProviderName } from "#inference/provider.ts";

/** Every way to a model that is not our own: each provider, and each protocol of one that speaks two. */
export type Way = Exclude<ProviderName, "demo"> | "vertex-claude";

/** The provider of each way, and what stands before a model's name so that it takes that way. */
export const WAYS: Record<Way, { provider: ProviderName; prefix: string }> = {
  openai: { provider: "openai", prefix: "" },
  anthropic: { provider: "anthropic", prefix: "" },
  "azure-openai": { provider: "azure-openai", prefix: "" },
  google: { provider: "google", prefix: "" },
  vertex: { provider: "vertex", prefix: "" },
  "vertex-claude": { provider: "vertex", prefix: "claude-" },
  "openai-compatible": { provider: "openai-compatible", prefix: "" },
};
