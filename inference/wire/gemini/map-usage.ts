import type { Usage } from "#contracts/stream-part.ts";
import type { ChunkModalities, ChunkUsage } from "./chunk.ts";

/**
 * Google's counts as disjoint buckets, over what an earlier chunk of the same answer reported: a
 * chunk that names no count of the prompt, or none of the answer, leaves those of the earlier one.
 */
export function mapUsage(usage: ChunkUsage, earlier: Usage | null): Usage {
  return { ...NOTHING, ...earlier, ...mapPrompt(usage), ...mapAnswer(usage) };
}

const NOTHING: Usage = {
  inputTokens: 0,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
  audioInputTokens: 0,
  audioOutputTokens: 0,
};

function mapPrompt(usage: ChunkUsage): Partial<Usage> {
  const { promptTokenCount, toolUsePromptTokenCount } = usage;
  if (typeof promptTokenCount !== "number") return {};
  const cached = Math.min(usage.cachedContentTokenCount ?? 0, promptTokenCount);
  const uncached = promptTokenCount - cached;
  const heard = countAudio(usage.promptTokensDetails) - countAudio(usage.cacheTokensDetails);
  const audio = Math.min(Math.max(heard, 0), uncached);
  return {
    inputTokens: uncached - audio + (toolUsePromptTokenCount ?? 0),
    cachedInputTokens: cached,
    audioInputTokens: audio,
  };
}

function mapAnswer(usage: ChunkUsage): Partial<Usage> {
  const { candidatesTokenCount, thoughtsTokenCount } = usage;
  if (typeof candidatesTokenCount !== "number" && typeof thoughtsTokenCount !== "number") return {};
  const thoughts = thoughtsTokenCount ?? 0;
  const candidates = candidatesTokenCount ?? 0;
  const written = isThoughtAmongCandidates(usage) ? Math.max(candidates - thoughts, 0) : candidates;
  const audio = Math.min(countAudio(usage.candidatesTokensDetails), written);
  return { outputTokens: written - audio, reasoningTokens: thoughts, audioOutputTokens: audio };
}

/** Thoughts stand beside the candidates; where the total says otherwise it is believed. */
function isThoughtAmongCandidates(usage: ChunkUsage): boolean {
  const { promptTokenCount, toolUsePromptTokenCount, candidatesTokenCount, thoughtsTokenCount, totalTokenCount } =
    usage;
  if (!thoughtsTokenCount || !totalTokenCount) return false;
  return totalTokenCount === (promptTokenCount ?? 0) + (toolUsePromptTokenCount ?? 0) + (candidatesTokenCount ?? 0);
}

function countAudio(details: ChunkModalities): number {
  return (details ?? []).reduce(
    (sum, { modality, tokenCount }) => sum + (modality === "AUDIO" ? (tokenCount ?? 0) : 0),
    0,
  );
}
