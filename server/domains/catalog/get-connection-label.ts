import type { ServerContext } from "#server/context.ts";
import { findCandidates } from "./find-candidates.ts";

type Needs = Pick<ServerContext, "catalog" | "catalogue" | "clock" | "secretBox" | "localServers">;

/** What the connection of a model is called, for a sentence like "OpenAI rejects the key"; null where it is gone. Of several it is the first. */
export async function getConnectionLabel(ctx: Needs, userId: string, modelId: string): Promise<string | null> {
  return (await findCandidates(ctx, userId, modelId))?.candidates[0]?.connectionLabel ?? null;
}
