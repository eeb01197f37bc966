import type { DeploymentHealth } from "#contracts/deployment-health.ts";

/** A deployment as a person says it: the model, and where it is served. */
export function nameDeployment({ modelLabel, connectionLabel }: DeploymentHealth): string {
  return `${modelLabel} · ${connectionLabel}`;
}
