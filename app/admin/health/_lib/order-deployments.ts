import type { DeploymentHealth } from "#contracts/deployment-health.ts";
import { nameDeployment } from "./name-deployment.ts";

/** By what deployments can be sorted. */
export const DEPLOYMENT_ORDERS = ["name", "calls", "failed", "firstToken"] as const;
export type DeploymentOrder = (typeof DEPLOYMENT_ORDERS)[number];

const KEYS: Record<Exclude<DeploymentOrder, "name">, (health: DeploymentHealth) => number> = {
  calls: ({ counts }) => counts.calls,
  failed: ({ counts }) => (counts.calls > 0 ? counts.failed / counts.calls : -1),
  firstToken: ({ firstTokenP50Ms }) => firstTokenP50Ms ?? -1,
};

/** Sorted by name, or by a number with the greatest first and then by name. What was not measured comes last. */
export function orderDeployments(all: readonly DeploymentHealth[], order: DeploymentOrder): DeploymentHealth[] {
  const byName = all.toSorted((one, other) => nameDeployment(one).localeCompare(nameDeployment(other)));
  if (order === "name") return byName;
  const key = KEYS[order];
  return byName.toSorted((one, other) => key(other) - key(one));
}
