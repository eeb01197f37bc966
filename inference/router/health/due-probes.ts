import type { DeploymentHealth } from "./health-view.ts";

/** A deployment that nobody asked for so long is probed, so that its first caller does not find out; its half-open kin sooner. */
const IDLE_MS = 5 * 60_000;
const BETWEEN_PROBES_MS = 5_000;

/** Whether a deployment should be probed now. */
function isProbeDue(health: DeploymentHealth, now: number): boolean {
  if (health.restUntil > now || health.breaker === "open") return false;
  const lastProbeAt = health.probes[0]?.at ?? 0;
  if (health.breaker === "half-open") return health.mayTry && now - lastProbeAt >= BETWEEN_PROBES_MS;
  return now - Math.max(lastProbeAt, health.lastCallAt) >= IDLE_MS;
}

/** Those of the deployments that should be probed now, the half-open ones first. */
export function dueProbes(healths: ReadonlyMap<string, DeploymentHealth>, now: number): string[] {
  const due = [...healths].filter(([, health]) => isProbeDue(health, now));
  return due
    .toSorted(([, a], [, b]) => Number(b.breaker === "half-open") - Number(a.breaker === "half-open"))
    .map(([deploymentId]) => deploymentId);
}
