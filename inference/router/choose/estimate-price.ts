import type { Candidate } from "#inference/router/candidate.ts";

/** As long as answers are on average; only for comparing candidates. */
const OUTPUT_TOKENS = 500;

/** What an answer of usual length would cost, in pico-dollars; null where a price is not known, which is never free. */
export function estimatePrice(candidate: Candidate, inputTokens: number): number | null {
  if (candidate.inputPico === null || candidate.outputPico === null) return null;
  return candidate.inputPico * inputTokens + candidate.outputPico * OUTPUT_TOKENS;
}
