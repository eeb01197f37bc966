import type { ServerContext } from "#server/context.ts";
import { resolveModel } from "./resolve-model.ts";

type Needs = Pick<ServerContext, "catalog" | "secretBox" | "localServers">;

/** What the connection of a model is called, for a sentence like "OpenAI rejects the key"; null where it is gone. */
export async function getConnectionLabel(ctx: Needs, userId: string, modelId: string): Promise<string | null> {
  return (await resolveModel(ctx, userId, modelId))?.connectionLabel ?? null;
}
