import type { DeploymentHealth } from "#contracts/deployment-health.ts";

/** Those in whose names every word of `wanted` occurs, in whatever letters. */
export function findDeployments(all: readonly DeploymentHealth[], wanted: string): DeploymentHealth[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ modelLabel, modelId, modelName, connectionLabel, region }) => {
    const names = [modelLabel, modelId, modelName, connectionLabel, region ?? ""].join(" ").toLowerCase();
    return words.every((word) => names.includes(word));
  });
}
