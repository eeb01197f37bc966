import type { Attempt } from "#inference/router/attempt.ts";
import type { Candidate } from "#inference/router/candidate.ts";
import { findPause } from "#inference/router/find-pause.ts";
import type { DeploymentHealth } from "#inference/router/health/health-view.ts";
import { REMEDIES } from "#inference/router/remedies.ts";
import type { RouterLimits } from "#inference/router/router-limits.ts";

/** A wait that nobody notices who would otherwise get another model's answer. */
const QUICK_MS = 1_000;

/** Who may be asked next, when, and whether the retry budget has a say in it. */
export type Pick = { candidate: Candidate; at: number; needsBudget: boolean };

/** What picking reads. Everything is as it stands at `now`; `order` holds only who can answer at all. */
export type Picking = {
  order: readonly Candidate[];
  /** All calls of this answer that were made, oldest first. */
  attempts: readonly Readonly<Attempt>[];
  /** Those of them that brought nothing which could be gone on with. */
  fruitless: readonly Readonly<Attempt>[];
  healthOf: (candidate: Candidate) => DeploymentHealth;
  limits: RouterLimits;
  random: () => number;
  now: number;
};

/**
 * Who may be asked next, the best first; empty where nobody may. Whoever is well and was not asked
 * yet comes first and needs no budget: a failure is no person's to see while somebody well is left.
 * All else might only add to an outage: to ask somebody once more, or somebody who is unwell.
 */
export function pickNext(picking: Picking): Pick[] {
  const { order, attempts, fruitless, limits, now } = picking;
  if (attempts.length === 0) return pickFirst(picking);
  if (attempts.length >= limits.calls || fruitless.length >= limits.fruitlessCalls) return [];
  if (attempts.some(({ failure }) => failure !== null && !REMEDIES[failure.code].others)) return [];
  const untouched = order.filter(({ deploymentId }) =>
    attempts.every((attempt) => attempt.deploymentId !== deploymentId),
  );
  const well = untouched.filter((candidate) => isWell(picking.healthOf(candidate), now));
  const later = [
    ...untouched.filter((candidate) => !well.includes(candidate)).map((candidate) => wait(picking, candidate, now)),
    ...order.flatMap((candidate) => pickAgain(picking, candidate)),
  ].toSorted((a, b) => a.at - b.at);
  const kin = later.filter((pick) => isQuickRetry(pick, picking));
  const first = well.map((candidate): Pick => ({ candidate, at: now, needsBudget: false }));
  const isOtherModel = first[0] !== undefined && first[0].candidate.modelId !== order[0]?.modelId;
  return [...(isOtherModel ? kin : []), ...first, ...later];
}

function pickFirst(picking: Picking): Pick[] {
  const { order, now } = picking;
  const awake = order.filter((candidate) => picking.healthOf(candidate).restUntil <= now);
  const well = awake.filter((candidate) => isWell(picking.healthOf(candidate), now));
  const first = well[0] ?? awake[0];
  if (first !== undefined) return [{ candidate: first, at: now, needsBudget: false }];
  return order
    .map((candidate): Pick => ({ ...wait(picking, candidate, now), needsBudget: false }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, 1);
}

function isWell({ breaker, mayTry, restUntil }: DeploymentHealth, now: number): boolean {
  return restUntil <= now && (breaker === "closed" || (breaker === "half-open" && mayTry));
}

function wait({ healthOf }: Picking, candidate: Candidate, at: number): Pick {
  return { candidate, at: Math.max(at, healthOf(candidate).restUntil), needsBudget: true };
}

/** A deployment that has failed in this answer, where asking it once more may help. */
function pickAgain(picking: Picking, candidate: Candidate): Pick[] {
  const own = picking.attempts.filter(({ deploymentId }) => deploymentId === candidate.deploymentId);
  if (own.length === 0 || own.some(({ failure }) => failure !== null && !isWorthRepeating(failure))) return [];
  const failures = countFruitless(picking, candidate);
  if (failures >= picking.limits.callsPerDeployment) return [];
  return [wait(picking, candidate, picking.now + findPause(failures, picking.random()))];
}

function isWorthRepeating({ code, isRetryable }: NonNullable<Attempt["failure"]>): boolean {
  return isRetryable && REMEDIES[code].again;
}

/** One more call to the model that was asked for, before another model answers in its place: where it costs but a moment. */
function isQuickRetry({ candidate, at }: Pick, picking: Picking): boolean {
  const isClosed = picking.healthOf(candidate).breaker === "closed";
  const isSoon = countFruitless(picking, candidate) <= 1 && at - picking.now <= QUICK_MS;
  return candidate.modelId === picking.order[0]?.modelId && isClosed && isSoon;
}

function countFruitless({ fruitless }: Picking, candidate: Candidate): number {
  return fruitless.filter(({ deploymentId }) => deploymentId === candidate.deploymentId).length;
}
