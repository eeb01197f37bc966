import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect } from "@playwright/test";
import { z } from "zod";
import type { CatalogueDocument } from "#contracts/catalogue-document.ts";
import { SYSTEM } from "./system/system.ts";

const connectionSchema = z.object({ result: z.object({ data: z.object({ id: z.string() }) }) });
const catalogueSchema = z.object({ result: z.object({ data: z.object({ revision: z.int() }) }) });

/** What answers as one model: a scenario of the simulator at each of the connections, the first one first. */
export type ServedModel = { id: string; label: string; scenarios: readonly string[] };

async function post(request: APIRequestContext, procedure: string, data: unknown): Promise<unknown> {
  const response = await request.post(`/api/trpc/${procedure}`, { data });
  expect(response.status(), await response.text()).toBe(200);
  return response.json();
}

/** Connects the simulator for everybody, as an administrator. Returns the connection's id. */
export async function connectSimulator(request: APIRequestContext, port: number, label?: string): Promise<string> {
  const connection = {
    scope: "instance",
    provider: "openai-compatible",
    baseUrl: `http://127.0.0.1:${port}/v1`,
    apiKey: SYSTEM.simulatorKey,
    ...(label === undefined ? {} : { label }),
  };
  return connectionSchema.parse(await post(request, "connections.create", connection)).result.data.id;
}

/** Makes this the whole catalogue, as an administrator. Every process knows it within a second. */
export async function serveModels(
  request: APIRequestContext,
  connectionIds: readonly string[],
  models: readonly ServedModel[],
): Promise<void> {
  const { revision } = catalogueSchema.parse(await (await request.get("/api/trpc/catalogue.get")).json()).result.data;
  const document = { models: models.map(describeModel), aliases: [], deployments: deploy(connectionIds, models) };
  await post(request, "catalogue.save", { baseRevision: revision, summary: "For a test", document });
}

function describeModel({ id, label }: ServedModel): CatalogueDocument["models"][number] {
  return {
    id,
    label,
    maker: "Nobody",
    contextTokens: null,
    outputTokensMax: null,
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
}

function deploy(connectionIds: readonly string[], models: readonly ServedModel[]): CatalogueDocument["deployments"] {
  return models.flatMap(({ id, scenarios }) =>
    scenarios.map((modelName, priority) => ({
      id: randomUUID(),
      modelId: id,
      connectionId: connectionIds[priority] ?? "",
      modelName,
      region: null,
      weight: 100,
      priority,
      state: "on" as const,
      contextTokens: null,
      outputTokensMax: null,
      prices: null,
      gpuPicoPerSecond: null,
    })),
  );
}
