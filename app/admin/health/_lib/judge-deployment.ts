import type { DeploymentHealth } from "#contracts/deployment-health.ts";

/** How a deployment stands, the worst that can be said of it. `off` and `draining` are decisions and no trouble. */
export type Standing = "off" | "draining" | "open" | "resting" | "half-open" | "outlier" | "failing" | "well";

const FAILING_SHARE = 0.1;
/** Of fewer calls no share is told. */
const CALLS_MIN = 5;

/** What has to be said of a deployment at the moment `at`, in milliseconds since 1970. */
export function judgeDeployment({ state, breaker, counts }: DeploymentHealth, at: number): Standing {
  if (state !== "on") return state;
  if (breaker.state === "open") return "open";
  if (breaker.restUntil !== null && breaker.restUntil > at) return "resting";
  if (breaker.state === "half-open") return "half-open";
  if (breaker.isOutlier) return "outlier";
  return counts.calls >= CALLS_MIN && counts.failed / counts.calls >= FAILING_SHARE ? "failing" : "well";
}
