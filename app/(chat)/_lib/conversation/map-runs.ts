import type { Id } from "#contracts/ids.ts";
import type { Run } from "./conversation-state.ts";

/** The runs after a change to each; the same record when none changed. */
export function mapRuns(runs: Readonly<Record<Id, Run>>, change: (run: Run) => Run): Readonly<Record<Id, Run>> {
  let next = runs;
  for (const run of Object.values(runs)) {
    const changed = change(run);
    if (changed !== run) next = { ...next, [run.answerId]: changed };
  }
  return next;
}
