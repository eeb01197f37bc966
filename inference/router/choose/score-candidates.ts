import type { Candidate } from "#inference/router/candidate.ts";
import type { DeploymentHealth } from "#inference/router/health/health-view.ts";
import type { RoutePolicy } from "#inference/router/route-policy.ts";
import { estimatePrice } from "./estimate-price.ts";

/** A candidate that may be asked, and how it is. */
export type Judged = { candidate: Candidate; health: DeploymentHealth };

/** Quicker than this nobody notices; nor is a time worth more that has faded because nobody asked. */
const FIRST_PART_MS_MIN = 100;
/** Of whom no time is known is taken to be as quick as the others, or this. */
const FIRST_PART_MS_UNKNOWN = 1_000;

type Scoring = { prefer: RoutePolicy["prefer"]; inputTokens: number };

/**
 * What each candidate is compared by, less is better, in the order of `judged`: the time to its first
 * token under its load, times how much dearer than the cheapest it is where the policy is `balanced`.
 * For `cheap` it is the price alone. A price that is not known counts as the dearest.
 */
export function scoreCandidates(judged: readonly Judged[], { prefer, inputTokens }: Scoring): number[] {
  const prices = judged.map(({ candidate }) => estimatePrice(candidate, inputTokens));
  const known = prices.filter((price) => price !== null);
  const dearest = Math.max(...known, 0);
  const cheapest = Math.max(Math.min(...known), 1);
  const usualMs = usualFirstPartMs(judged);
  const usualWeight = judged.reduce((sum, { candidate }) => sum + candidate.weight, 0) / Math.max(1, judged.length);
  return judged.map(({ candidate, health }, index) => {
    const price = prices[index] ?? dearest;
    if (prefer === "cheap") return price;
    const load = (health.inFlight * usualWeight) / candidate.weight;
    const ms = Math.max(FIRST_PART_MS_MIN, health.firstPartMs ?? usualMs, health.waitingMs) * (1 + load);
    return prefer === "fast" || known.length === 0 ? ms : ms * Math.max(1, price / cheapest);
  });
}

function usualFirstPartMs(judged: readonly Judged[]): number {
  const times = judged.flatMap(({ health }) => (health.firstPartMs === null ? [] : [health.firstPartMs]));
  if (times.length === 0) return FIRST_PART_MS_UNKNOWN;
  return times.reduce((sum, ms) => sum + ms, 0) / times.length;
}
