import type { Candidate } from "#inference/router/candidate.ts";
import type { DeploymentHealth } from "#inference/router/health/health-view.ts";

/**
 * Who is asked beside a call that is late: another deployment of the same model that is well, or the
 * same one over another connection; null where none is well. Another model would be another answer.
 */
export function pickHedge(
  late: Candidate,
  order: readonly Candidate[],
  { healthOf, now }: { healthOf: (candidate: Candidate) => DeploymentHealth; now: number },
): Candidate | null {
  const kin = order.filter(
    ({ modelId, deploymentId }) => modelId === late.modelId && deploymentId !== late.deploymentId,
  );
  const well = [...kin, late].filter((candidate) => {
    const { breaker, restUntil } = healthOf(candidate);
    return breaker === "closed" && restUntil <= now;
  });
  return well[0] ?? null;
}
