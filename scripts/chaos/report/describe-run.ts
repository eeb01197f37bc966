import type { Takeover } from "#scripts/chaos/checker/evidence.ts";
import type { SeedSummary } from "./summarise-seed.ts";

type Count = "messages" | "answers" | "continued" | "interrupted" | "failed" | "stopped" | "rollbacks" | "violations";
const COUNTS: readonly Count[] = [
  "messages",
  "answers",
  "continued",
  "interrupted",
  "failed",
  "stopped",
  "rollbacks",
  "violations",
];

/** The whole run: what happened how often, how soon the answers of dead processes were claimed, and which seeds failed. */
export function describeRun(
  summaries: readonly SeedSummary[],
  takeovers: readonly Takeover[],
  seconds: number,
): string {
  const rows = COUNTS.map(
    (name) => `  ${name.padEnd(12)} ${summaries.reduce((sum, summary) => sum + summary[name], 0)}`,
  );
  const failed = summaries.filter(({ violations }) => violations > 0).map(({ seed }) => seed);
  const verdict = failed.length === 0 ? "no answer was lost" : `seeds with violations: ${failed.join(", ")}`;
  return [
    `\n${summaries.length} seeds in ${seconds.toFixed(0)} s: ${verdict}`,
    ...rows,
    `  blows        ${countEach(summaries.flatMap(({ blows }) => blows))}`,
    `  went on      ${countEach(summaries.flatMap(({ reasons }) => reasons))}`,
    `  takeovers    ${describeDelays(takeovers.map(({ delayMs }) => delayMs))}`,
    `  of one kill  ${describeDelays(summaries.flatMap(({ plainClaimsMs }) => plainClaimsMs))}`,
    `  settled      ${describeSpread(summaries.map(({ settleMs }) => settleMs))} after the cluster was whole`,
  ].join("\n");
}

/** The most frequent first. */
function countEach(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].toSorted(([, one], [, other]) => other - one);
  return sorted.map(([word, count]) => `${word} ${count}`).join(", ") || "none";
}

function describeDelays(delaysMs: readonly number[]): string {
  if (delaysMs.length === 0) return "none";
  return `${delaysMs.length}, claimed ${describeSpread(delaysMs)} after the last heartbeat`;
}

function describeSpread(values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`;
}
