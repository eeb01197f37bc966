import type { SeedSummary } from "./summarise-seed.ts";

/** A seed in one line. */
export function describeSeed(summary: SeedSummary): string {
  const { seed, blows, messages, answers, continued, interrupted, rollbacks, violations, durationMs } = summary;
  const numbers = [
    `${messages} messages`,
    `${answers} answers`,
    `${continued} continued`,
    `${interrupted} interrupted`,
    `${rollbacks} rollbacks`,
    `${(durationMs / 1_000).toFixed(1)} s`,
  ];
  const verdict = violations === 0 ? "ok  " : "FAIL";
  return `${verdict} seed ${String(seed).padEnd(5)} ${numbers.join(", ")} | ${blows.join(", ")}`;
}
