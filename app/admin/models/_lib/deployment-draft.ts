import { deploymentSchema, type Deployment } from "#contracts/catalogue-document.ts";
import type { CatalogueView } from "#contracts/catalogue.ts";
import type { Faults, Parsed } from "./faults.ts";
import { parseEntry } from "./parse-entry.ts";
import { fromPriceDraft, toPriceDraft, type PriceDraft } from "./price-draft.ts";
import { readPico } from "./read-pico.ts";
import { readWhole } from "./read-whole.ts";
import { writePico } from "./write-pico.ts";

/** A deployment as it is typed. */
export type DeploymentDraft = Pick<Deployment, "id" | "modelId" | "connectionId" | "modelName" | "state"> & {
  region: string;
  weight: string;
  priority: string;
  contextTokens: string;
  outputTokensMax: string;
  hasOwnPrices: boolean;
  prices: PriceDraft[];
  /** Dollars an hour. */
  gpuPrice: string;
};

const SECONDS_AN_HOUR = 3_600;
/** A dollar in pico-dollars, and what `readPico` makes of it. */
const PICO_FACTOR = 1_000_000_000_000 / 1_000_000;

/** A deployment as it can be typed over. */
export function toDeploymentDraft(deployment: Deployment): DeploymentDraft {
  const { prices, gpuPicoPerSecond, ...rest } = deployment;
  return {
    ...rest,
    region: deployment.region ?? "",
    weight: String(deployment.weight),
    priority: String(deployment.priority),
    contextTokens: deployment.contextTokens?.toString() ?? "",
    outputTokensMax: deployment.outputTokensMax?.toString() ?? "",
    hasOwnPrices: prices !== null,
    prices: prices?.map(toPriceDraft) ?? [],
    gpuPrice:
      gpuPicoPerSecond === null ? "" : writePico(Math.round((gpuPicoPerSecond * SECONDS_AN_HOUR) / PICO_FACTOR)),
  };
}

/** What was typed as a deployment, or what is wrong with it: two of one place, or of no model, are. */
export function parseDeploymentDraft(draft: DeploymentDraft, view: CatalogueView): Parsed<Deployment> {
  const { gpuPrice, hasOwnPrices, ...rest } = draft;
  const gpu = readPico(gpuPrice);
  const modelName = draft.modelName.trim();
  const typed = {
    ...rest,
    region: draft.region.trim() || null,
    weight: readWhole(draft.weight),
    priority: readWhole(draft.priority),
    contextTokens: readWhole(draft.contextTokens),
    outputTokensMax: readWhole(draft.outputTokensMax),
    prices: hasOwnPrices ? draft.prices.map(fromPriceDraft) : null,
    gpuPicoPerSecond: gpu === null ? null : Math.round((gpu * PICO_FACTOR) / SECONDS_AN_HOUR),
  };
  const isDouble = view.deployments.some(
    (other) => other.id !== draft.id && other.connectionId === draft.connectionId && other.modelName === modelName,
  );
  const further: Faults = {
    ...(isDouble ? { modelName: "admin.fault.placeTaken" } : {}),
    ...(view.models.some(({ id }) => id === draft.modelId) ? {} : { modelId: "admin.fault.required" }),
  };
  return parseEntry(deploymentSchema.strip(), typed, further);
}
