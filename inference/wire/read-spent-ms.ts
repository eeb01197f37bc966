/** Where OpenAI and its like, and Anthropic, say how much is left of each limit, and when it is whole again. */
const LIMITS = [
  ["x-ratelimit-remaining-requests", "x-ratelimit-reset-requests"],
  ["x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"],
  ["anthropic-ratelimit-requests-remaining", "anthropic-ratelimit-requests-reset"],
  ["anthropic-ratelimit-tokens-remaining", "anthropic-ratelimit-tokens-reset"],
  ["anthropic-ratelimit-input-tokens-remaining", "anthropic-ratelimit-input-tokens-reset"],
  ["anthropic-ratelimit-output-tokens-remaining", "anthropic-ratelimit-output-tokens-reset"],
] as const;

/** They say when a limit is whole again, and something of it is back long before; a day's limit fills by the minute. */
const SPENT_MAX_MS = 60_000;

const UNIT_MS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** How long a provider wants no further call, in whole milliseconds from `now`, by the headers of a good answer: a limit of which nothing is left. Null where there is none. */
export function readSpentMs(headers: Headers, now: number = Date.now()): number | null {
  let longest: number | null = null;
  for (const [remaining, reset] of LIMITS) {
    if (headers.get(remaining)?.trim() !== "0") continue;
    const ms = readReset(headers.get(reset)?.trim() ?? "", now);
    if (ms !== null && ms > 0) longest = Math.max(longest ?? 0, Math.min(Math.ceil(ms), SPENT_MAX_MS));
  }
  return longest;
}

/** `6m0s`, `120ms`, seconds, or a date. */
function readReset(text: string, now: number): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1_000;
  if (/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(text)) {
    const pieces = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)];
    return pieces.reduce((sum, [, count = "", unit = ""]) => sum + Number(count) * (UNIT_MS[unit] ?? 0), 0);
  }
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : date - now;
}
