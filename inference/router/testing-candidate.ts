import type { Candidate } from "./candidate.ts";

/** A candidate that could answer anything, for tests. */
export function makeCandidate(deploymentId: string, fields: Partial<Candidate> = {}): Candidate {
  return {
    deploymentId,
    modelId: "model",
    connection: { provider: "openai", baseUrl: null, apiKey: null, project: null, region: null },
    connectionLabel: `Connection ${deploymentId}`,
    modelName: "sim-short",
    region: null,
    weight: 100,
    priority: 0,
    isDraining: false,
    canSeeImages: true,
    canCallTools: true,
    canStructure: true,
    canReason: true,
    contextTokens: null,
    outputTokensMax: null,
    inputPico: null,
    outputPico: null,
    tiers: null,
    ...fields,
  };
}
