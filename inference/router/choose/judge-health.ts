import type { ReasonCode } from "#inference/router/consideration.ts";
import type { DeploymentHealth } from "#inference/router/health/health-view.ts";

/** What a deployment's health says for or against asking it now. */
export type HealthJudgement = {
  reason: Extract<ReasonCode, "healthy" | "half-open" | "breaker-open" | "resting" | "outlier">;
  detail: string;
};

/** An outlier fails much more than its kin do, and often enough to be no accident. */
const OUTLIER_CALLS = 5;
const OUTLIER_SHARE = 0.2;
const OUTLIER_FACTOR = 3;

/** Or it is so much slower than they, and slow at that. */
const OUTLIER_SLOWER = 5;
const OUTLIER_MS = 2_000;

/** Judges one deployment among its kin, the other deployments of the same model. */
export function judgeHealth(health: DeploymentHealth, kin: readonly DeploymentHealth[], now: number): HealthJudgement {
  if (health.restUntil > now) return { reason: "resting", detail: `for ${seconds(health.restUntil - now)} more` };
  if (health.breaker === "open")
    return { reason: "breaker-open", detail: `${health.openReason}, for ${seconds(health.openUntil - now)} more` };
  if (health.breaker === "half-open")
    return health.mayTry
      ? { reason: "half-open", detail: `was open: ${health.openReason}` }
      : { reason: "breaker-open", detail: `${health.openReason}, and another call tries it` };
  const outlier = findOutlier(health, kin);
  return outlier === null ? { reason: "healthy", detail: describe(health) } : { reason: "outlier", detail: outlier };
}

function findOutlier(health: DeploymentHealth, kin: readonly DeploymentHealth[]): string | null {
  const { calls, faults } = health.recent;
  const others = kin.filter((other) => other !== health && other.breaker === "closed");
  if (others.length === 0) return null;
  const usualShare = median(others.map(faultShare));
  if (calls >= OUTLIER_CALLS && faultShare(health) >= Math.max(OUTLIER_SHARE, usualShare * OUTLIER_FACTOR))
    return `${faults} of the last ${calls} calls failed, of the others' ${percent(usualShare)}`;
  const times = others.flatMap(({ firstPartMs }) => (firstPartMs === null ? [] : [firstPartMs]));
  const ms = Math.max(health.firstPartMs ?? 0, health.waitingMs);
  if (times.length > 0 && ms >= OUTLIER_MS && ms >= median(times) * OUTLIER_SLOWER)
    return `${seconds(ms)} ${ms === health.waitingMs ? "without a" : "to the"} first token, the others ${seconds(median(times))}`;
  return null;
}

function faultShare({ recent }: DeploymentHealth): number {
  return recent.calls === 0 ? 0 : recent.faults / recent.calls;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}

function describe({ firstPartMs, inFlight, recent }: DeploymentHealth): string {
  const time = firstPartMs === null ? "no call yet" : `${seconds(firstPartMs)} to the first token`;
  return `${time}, ${inFlight} in flight, ${recent.faults} of ${recent.calls} recent calls failed`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
