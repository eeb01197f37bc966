import type { Connection } from "#contracts/connection.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { presentConnection } from "./presenter.ts";

type Needs = Pick<ServerContext, "catalog">;

/** The connections that somebody manages: their own, and for administrators the instance's. */
export async function listConnections(
  ctx: Needs,
  actor: Actor,
): Promise<{ instance: Connection[]; personal: Connection[] }> {
  const [instance, personal] = await Promise.all([
    actor.role === "admin" ? ctx.catalog.instance.list() : [],
    ctx.catalog.personal(actor.userId).list(),
  ]);
  return { instance: instance.map(presentConnection), personal: personal.map(presentConnection) };
}
