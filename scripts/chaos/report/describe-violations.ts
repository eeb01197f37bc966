import { describePlan } from "#scripts/chaos/plan/describe-plan.ts";
import type { SeedResult } from "#scripts/chaos/run-seed.ts";

const SHOWN_MAX = 12;

/** Everything a person needs to look for the reason: what was wrong, with ids and both texts, and the plan of the seed. */
export function describeViolations({ plan, violations }: SeedResult): string {
  const lines = violations
    .slice(0, SHOWN_MAX)
    .map(({ check, ids, detail }) => `  VIOLATION ${check}: ${ids}: ${detail}`);
  const more = violations.length - SHOWN_MAX;
  return [...lines, ...(more > 0 ? [`  and ${more} more`] : []), describePlan(plan)].join("\n");
}
