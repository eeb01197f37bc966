import type { CatalogueDocument, CatalogueModel, Deployment } from "#contracts/catalogue-document.ts";
import type { Price } from "#contracts/price.ts";
import type { ConnectionRecord } from "./catalog.ts";
import { createCatalogueSnapshot, type CatalogueSnapshot } from "./catalogue-snapshot.ts";
import { deploymentId } from "./deployment-id.ts";
import { EMPTY_DOCUMENT } from "./empty-document.ts";

const CONNECTION: ConnectionRecord = {
  id: "019ab000-0000-7000-8000-000000000001",
  scope: "instance",
  provider: "openai",
  label: "OpenAI",
  baseUrl: null,
  project: null,
  region: null,
  sealedApiKey: null,
  modelNames: [],
  createdAt: new Date(Date.UTC(2026, 10, 24)),
  checkedAt: null,
};

const MODEL: CatalogueModel = {
  id: "ours",
  label: "Ours",
  maker: "Us",
  contextTokens: 8_000,
  outputTokensMax: 1_000,
  canSeeImages: false,
  canReason: false,
  canCallTools: true,
  canStructure: true,
  tokenizer: "other",
  prices: [],
  source: null,
  isAvailable: true,
  tiers: null,
  fallbackModelIds: [],
  toolNames: null,
};

/** Pieces of catalogues for tests, each with what a test says and the rest as usual. */
export const testing = {
  /** The `number`th connection of the instance. */
  connection: (number: number, given: Partial<ConnectionRecord> = {}): ConnectionRecord => ({
    ...CONNECTION,
    id: `019ab000-0000-7000-8000-${String(number).padStart(12, "0")}`,
    ...given,
  }),
  model: (given: Partial<CatalogueModel> = {}): CatalogueModel => ({ ...MODEL, ...given }),
  deployment: (given: Partial<Deployment> & Pick<Deployment, "connectionId" | "modelName">): Deployment => ({
    id: deploymentId(given.connectionId, given.modelName),
    modelId: "ours",
    region: null,
    weight: 100,
    priority: 0,
    state: "on",
    contextTokens: null,
    outputTokensMax: null,
    prices: null,
    gpuPicoPerSecond: null,
    ...given,
  }),
  /** The same price for requests of any length. */
  price: (from: string, inputPico: number): Price => ({
    from,
    tiers: [
      {
        aboveInputTokens: 0,
        inputPico,
        outputPico: inputPico * 5,
        cachedInputPico: null,
        cacheWritePico: null,
        reasoningPico: null,
        imagePico: null,
        audioInputPico: null,
        audioOutputPico: null,
      },
    ],
  }),
  document: (given: Partial<CatalogueDocument> = {}): CatalogueDocument => ({ ...EMPTY_DOCUMENT, ...given }),
  snapshot: (connections: readonly ConnectionRecord[], given: Partial<CatalogueDocument> = {}): CatalogueSnapshot =>
    createCatalogueSnapshot({ revision: 1, document: { ...EMPTY_DOCUMENT, ...given }, connections }),
};
