import { createConnection, type ProviderConnection } from "#inference/index.ts";
import { idSchema } from "#contracts/ids.ts";
import type { ServerContext } from "#server/context.ts";
import { DEMO_CONNECTION_ID, splitModelId } from "./catalog.ts";

type Needs = Pick<ServerContext, "catalog" | "secretBox" | "localServers">;

/** A model with the way to it. `connection.apiKey` is the opened key: never log or keep it. */
export type ResolvedModel = { connection: ProviderConnection; connectionLabel: string; modelName: string };

/**
 * What a model id means for this person: a connection of the instance, their own, a server of this
 * machine, or the demo. Null where it means nothing, another person's connection included.
 */
export async function resolveModel(ctx: Needs, userId: string, modelId: string): Promise<ResolvedModel | null> {
  const parts = splitModelId(modelId);
  if (!parts) return null;
  const { connectionId, modelName } = parts;
  if (connectionId === DEMO_CONNECTION_ID) {
    return { connection: createConnection({ provider: "demo" }), connectionLabel: "Polylogue", modelName };
  }
  if (idSchema.safeParse(connectionId).success) return resolveStored(ctx, userId, { connectionId, modelName });
  const server = await ctx.localServers.find(connectionId);
  if (!server) return null;
  const connection = createConnection({ provider: "openai-compatible", baseUrl: server.baseUrl });
  return { connection, connectionLabel: server.label, modelName };
}

async function resolveStored(
  ctx: Needs,
  userId: string,
  { connectionId, modelName }: { connectionId: string; modelName: string },
): Promise<ResolvedModel | null> {
  const [ofInstance, ofPerson] = await Promise.all([
    ctx.catalog.instance.find(connectionId),
    ctx.catalog.personal(userId).find(connectionId),
  ]);
  const found = ofInstance ?? ofPerson;
  if (!found) return null;
  const apiKey = found.sealedApiKey === null ? null : ctx.secretBox.open(found.sealedApiKey, found.id);
  const { provider, baseUrl, label } = found;
  return { connection: createConnection({ provider, baseUrl, apiKey }), connectionLabel: label, modelName };
}
