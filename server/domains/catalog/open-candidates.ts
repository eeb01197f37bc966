import type { Candidate } from "#inference/index.ts";
import type { SecretBox } from "#server/ports/secret-box.ts";
import type { CatalogueSnapshot, EffectiveDeployment } from "./catalogue-snapshot.ts";
import { findPriceTier } from "./find-price-tier.ts";
import { openConnection } from "./open-connection.ts";

/** With what keys are opened, and when: the day says which price holds. */
export type Opening = { secretBox: Pick<SecretBox, "open">; now: Date };

/**
 * Deployments as candidates, with their keys opened; what is switched off is none. One whose key cannot be opened is left
 * out, where another one can: else what opening it threw is thrown.
 */
export function openCandidates(
  opening: Opening,
  { models }: Pick<CatalogueSnapshot, "models">,
  deployments: readonly EffectiveDeployment[],
): Candidate[] {
  const faults: unknown[] = [];
  const candidates = deployments.flatMap((deployment) => {
    const model = models.get(deployment.modelId);
    if (!model || deployment.state === "off") return [];
    try {
      return [toCandidate(opening, deployment, model)];
    } catch (error) {
      faults.push(error);
      return [];
    }
  });
  if (candidates.length === 0 && faults.length > 0) throw faults[0];
  return candidates;
}

type Model = NonNullable<ReturnType<CatalogueSnapshot["models"]["get"]>>;

function toCandidate({ secretBox, now }: Opening, deployment: EffectiveDeployment, model: Model): Candidate {
  const { connection } = deployment;
  const day = now.toISOString().slice(0, 10);
  const price = findPriceTier(deployment.prices ?? model.prices, { day, inputTokens: 0 });
  const { canSeeImages, canCallTools, canStructure, canReason, tiers } = model;
  return {
    deploymentId: deployment.id,
    modelId: deployment.modelId,
    connection: openConnection(secretBox, connection),
    connectionLabel: connection.label,
    modelName: deployment.modelName,
    region: deployment.region ?? connection.region,
    weight: deployment.weight,
    priority: deployment.priority,
    isDraining: deployment.state === "draining",
    canSeeImages,
    canCallTools,
    canStructure,
    canReason,
    contextTokens: deployment.contextTokens ?? model.contextTokens,
    outputTokensMax: deployment.outputTokensMax ?? model.outputTokensMax,
    inputPico: price?.inputPico ?? null,
    outputPico: price?.outputPico ?? null,
    tiers,
  };
}
