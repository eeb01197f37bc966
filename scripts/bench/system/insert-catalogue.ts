import { v7 as createId } from "uuid";
import type { CatalogueDocument, CatalogueModel, Deployment } from "#contracts/catalogue-document.ts";
import type { Database } from "#server/adapters/postgres/database.ts";

type Pool = Pick<Database, "pool">;

/**
 * Two connections of the instance to the same provider, and a catalogue that gives each model of `routed` a deployment at
 * both of them; the lean provider's other models are unknown to it. Returns the first connection's id.
 */
export async function insertCatalogue(database: Pool, baseUrl: string, routed: readonly string[]): Promise<string> {
  const first = await insertConnection(database, "Lean", baseUrl);
  const second = await insertConnection(database, "Lean too", baseUrl);
  const document = describe(routed, [first, second]);
  await database.pool.query(
    "insert into catalogue_revisions (id, made_at, made_by, summary, document) values (1, now(), null, 'bench', $1)",
    [JSON.stringify(document)],
  );
  return first;
}

async function insertConnection({ pool }: Pool, label: string, baseUrl: string): Promise<string> {
  const id = createId();
  await pool.query(
    `insert into instance_connections (id, provider, label, base_url, model_names, created_at)
     values ($1, 'openai-compatible', $2, $3, '["lean-100@0"]', now())`,
    [id, label, baseUrl],
  );
  return id;
}

function describe(modelNames: readonly string[], connectionIds: readonly string[]): CatalogueDocument {
  const toSlug = (modelName: string): string => modelName.replaceAll(/[@~]/g, "-");
  return {
    models: modelNames.map((modelName) => ({ ...MODEL, id: toSlug(modelName), label: modelName })),
    aliases: [],
    deployments: modelNames.flatMap((modelName) =>
      connectionIds.map((connectionId) => ({
        ...DEPLOYMENT,
        id: createId(),
        modelId: toSlug(modelName),
        connectionId,
        modelName,
      })),
    ),
  };
}

const MODEL: Omit<CatalogueModel, "id" | "label"> = {
  maker: "Lean",
  contextTokens: 128_000,
  outputTokensMax: 16_000,
  canSeeImages: false,
  canReason: false,
  canCallTools: true,
  canStructure: true,
  tokenizer: "o200k",
  prices: [],
  source: null,
  isAvailable: true,
  tiers: null,
  fallbackModelIds: [],
  toolNames: null,
};

const DEPLOYMENT: Omit<Deployment, "id" | "modelId" | "connectionId" | "modelName"> = {
  region: null,
  weight: 100,
  priority: 0,
  state: "on",
  contextTokens: null,
  outputTokensMax: null,
  prices: null,
  gpuPicoPerSecond: null,
};
