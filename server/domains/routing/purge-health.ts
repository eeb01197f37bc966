import type { ServerContext } from "#server/context.ts";

/** Longer ago than the page of administrators looks back. */
const KEPT_MS = 60 * 60_000;

/** Removes what processes that ended have seen of deployments; returns how many rows went. Safe to repeat. */
export async function purgeHealth(ctx: Pick<ServerContext, "health">): Promise<number> {
  return ctx.health.purge(KEPT_MS);
}
