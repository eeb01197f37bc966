import { describeModel } from "#inference/index.ts";
import type { ServerContext } from "#server/context.ts";
import { splitModelId } from "./catalog.ts";
import { resolveModel } from "./resolve-model.ts";

type Needs = Pick<ServerContext, "catalog" | "secretBox" | "localServers">;

/** The words a person reads for a model: "GPT-5 mini"; the provider's own name of it where the connection is gone. */
export async function getModelLabel(ctx: Needs, userId: string, modelId: string): Promise<string> {
  const resolved = await resolveModel(ctx, userId, modelId);
  if (!resolved) return splitModelId(modelId)?.modelName ?? modelId;
  return describeModel(resolved.connection.provider, resolved.modelName).label;
}
