import { findLocalServers, type LocalServer } from "#inference/index.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { assertMayManage } from "./policy.ts";

/**
 * The model servers on this machine's usual ports that the instance has not connected yet. Looks
 * now, for at most two seconds. Throws AppError `forbidden` for who is no administrator.
 */
export async function findLocalConnections(
  ctx: Pick<ServerContext, "catalog">,
  actor: Actor,
  signal: AbortSignal,
): Promise<LocalServer[]> {
  assertMayManage(actor, "instance");
  const [servers, connected] = await Promise.all([findLocalServers(signal), ctx.catalog.instance.list()]);
  return servers.filter((server) => connected.every(({ baseUrl }) => baseUrl !== server.baseUrl));
}
