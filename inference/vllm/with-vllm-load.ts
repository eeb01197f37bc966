import type { DeploymentHealth, HealthView } from "#inference/router/health/health-view.ts";
import type { VllmLoads } from "./vllm-loads.ts";
import type { VllmMetrics } from "./vllm-metrics.ts";

/** Fuller than that, vLLM soon takes running answers off the GPU to make room. */
const FULL = 0.95;

/**
 * The same health, in which a vLLM server is as busy as it says itself: others may ask it too, whom
 * our own calls in flight do not show. Never less busy than our own calls make it, whatever it says.
 */
export function withVllmLoad(health: HealthView, loads: Pick<VllmLoads, "find">): HealthView {
  return {
    read: (deploymentId, now): DeploymentHealth => {
      const known = health.read(deploymentId, now);
      const load = loads.find(deploymentId, now);
      return load === null ? known : { ...known, inFlight: known.inFlight + countAhead(load) };
    },
    readFirstPartTime: (...asked) => health.readFirstPartTime(...asked),
  };
}

/** Those that a new request waits behind. What runs costs it nothing until the cache is full: vLLM answers many at once. */
function countAhead({ waiting, running, kvUse }: VllmMetrics): number {
  return waiting + (kvUse !== null && kvUse >= FULL ? running : 0);
}
