import { describeModel } from "#inference/index.ts";
import type { CatalogueModel, Deployment } from "#contracts/catalogue-document.ts";
import type { ConnectionRecord } from "./catalog.ts";
import { deploymentId } from "./deployment-id.ts";

type Listed = { modelName: string; version: string | null };

/**
 * A deployment for every model of the catalogue that a connection lists, so that a fresh key needs no further work. Where
 * it lists a model in several versions, the one without a version stands for it, else the newest: who wants another one
 * asks for it by its own name.
 */
export function deriveDeployments(
  connection: Pick<ConnectionRecord, "id" | "provider" | "modelNames">,
  models: ReadonlyMap<string, CatalogueModel>,
): Deployment[] {
  const listed = new Map<string, Listed>();
  for (const modelName of connection.modelNames) {
    const { catalogueId, version } = describeModel(connection.provider, modelName, models);
    if (catalogueId === null) continue;
    const known = listed.get(catalogueId);
    if (!known || rank({ modelName, version }) > rank(known)) listed.set(catalogueId, { modelName, version });
  }
  return [...listed].map(([modelId, { modelName }]) => toDeployment(connection.id, { modelId, modelName }));
}

/** Grows with what is to be preferred; dates are compared as the texts they are. */
function rank({ version }: Listed): string {
  if (version === null) return "~~";
  return version === "latest" || version === "default" ? "~" : version.replaceAll("-", "");
}

function toDeployment(
  connectionId: string,
  { modelId, modelName }: { modelId: string; modelName: string },
): Deployment {
  return {
    id: deploymentId(connectionId, modelName),
    modelId,
    connectionId,
    modelName,
    region: null,
    weight: 100,
    priority: 0,
    state: "on",
    contextTokens: null,
    outputTokensMax: null,
    prices: null,
    gpuPicoPerSecond: null,
  };
}
