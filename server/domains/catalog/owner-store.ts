import type { ConnectionScope } from "#contracts/connection.ts";
import type { ServerContext } from "#server/context.ts";
import type { ConnectionStore } from "./catalog.ts";

/** The connections that a person means by a scope: the instance's, or their own and nobody else's. */
export function ownerStore(
  ctx: Pick<ServerContext, "catalog">,
  userId: string,
  scope: ConnectionScope,
): ConnectionStore {
  return scope === "instance" ? ctx.catalog.instance : ctx.catalog.personal(userId);
}
