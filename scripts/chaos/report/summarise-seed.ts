import type { Leniency } from "#scripts/chaos/checker/evidence.ts";
import type { SeedResult } from "#scripts/chaos/run-seed.ts";

/** A seed in numbers. */
export type SeedSummary = {
  seed: number;
  /** What was struck, in the order of time: "kill realtime-1". */
  blows: readonly string[];
  messages: number;
  answers: number;
  /** Answers that another process than their first one finished. */
  continued: number;
  /** Why each further writer of a generation came, in no order: "abandoned", "handed-over", "asked". */
  reasons: readonly string[];
  interrupted: number;
  failed: number;
  stopped: number;
  /** How soon what died was claimed, where one process was killed and nothing else was struck. */
  plainClaimsMs: readonly number[];
  /** How often a client had to take back what it showed. */
  rollbacks: number;
  violations: number;
  durationMs: number;
  /** From when the cluster was whole until everything had ended. */
  settleMs: number;
};

/** Counts what a seed did. */
export function summariseSeed(result: SeedResult, { claimWithinMs }: Leniency): SeedSummary {
  const { plan, evidence, violations, durationMs, settleMs } = result;
  const answers = evidence.conversations.flatMap(({ messages }) => messages.filter(({ role }) => role === "assistant"));
  const generations = evidence.conversations.flatMap((conversation) => conversation.generations);
  const count = (status: string) => answers.filter((answer) => answer.status === status).length;
  return {
    seed: plan.seed,
    blows: plan.blows.map((blow) => ("target" in blow ? `${blow.kind} ${blow.target}` : blow.kind)),
    messages: evidence.asked.filter(({ kind, outcome }) => kind === "send" && outcome === "acknowledged").length,
    answers: answers.length,
    continued: generations.filter(({ epoch, status }) => epoch > 1 && status === "ended").length,
    reasons: generations.flatMap(({ segments }) => segments.map(({ reason }) => reason)),
    plainClaimsMs: claimWithinMs === null ? [] : evidence.takeovers.map(({ delayMs }) => delayMs),
    interrupted: count("interrupted"),
    failed: count("failed"),
    stopped: count("stopped"),
    rollbacks: evidence.rollbacks.length,
    violations: violations.length,
    durationMs,
    settleMs,
  };
}
