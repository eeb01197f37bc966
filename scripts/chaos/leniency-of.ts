import { CLAIM_WITHIN_MS } from "#server/domains/generations/generation.ts";
import type { Leniency } from "./checker/evidence.ts";
import type { Plan } from "./plan/plan.ts";

/** What the two looks add between which a heartbeat is seen, and a machine that is busy with the restart. */
const MEASURING_MS = 500;

/** What a plan's blows excuse: a log whose engine was struck may be lost, and nobody claims where more than one process was struck. */
export function leniencyOf({ blows }: Plan, mayBeInterrupted: boolean): Leniency {
  const mayLoseLog = blows.some(({ kind }) => kind === "kill-redis" || kind === "flush-redis");
  const [only, ...others] = blows.filter((blow) => !("target" in blow) || blow.target !== "workers");
  const isOneKill = only?.kind === "kill" && others.length === 0;
  return { mayBeInterrupted, mayLoseLog, claimWithinMs: isOneKill ? CLAIM_WITHIN_MS + MEASURING_MS : null };
}
