import type { Deployment } from "#contracts/catalogue-document.ts";

/** Which share of its model's calls a deployment gets from 0 to 1, while all of them are well; 0 where it waits behind others or is not in use. */
export function shareOf(deployment: Deployment, all: readonly Deployment[]): number {
  const used = all.filter(({ modelId, state }) => modelId === deployment.modelId && state === "on");
  const first = Math.min(...used.map(({ priority }) => priority));
  if (deployment.state !== "on" || deployment.priority !== first) return 0;
  const weights = used.filter(({ priority }) => priority === first).map(({ weight }) => weight);
  return deployment.weight / weights.reduce((sum, weight) => sum + weight, 0);
}
