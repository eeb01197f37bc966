import type { ServerContext } from "#server/context.ts";
import { findCandidates } from "#server/domains/catalog/index.ts";

type Needs = Pick<ServerContext, "catalog" | "catalogue" | "clock" | "localServers" | "secretBox">;

/**
 * The names of the tools that this model may be offered: null all that there are, none where it cannot call any, or is not
 * to be had. Throws what `findCandidates` throws.
 */
export async function findToolNames(ctx: Needs, userId: string, modelId: string): Promise<readonly string[] | null> {
  const found = await findCandidates(ctx, userId, modelId);
  return found?.candidates[0]?.canCallTools ? found.toolNames : [];
}
