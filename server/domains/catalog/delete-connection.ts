import type { Actor, ServerContext } from "#server/context.ts";
import { ownerStore } from "./owner-store.ts";
import { assertMayManage } from "./policy.ts";
import { publishModelsChanged } from "./publish-models-changed.ts";
import type { NamedConnection } from "./schema.ts";

type Needs = Pick<ServerContext, "catalog" | "catalogue" | "userChannel">;

/** Forgets a connection and its key; from then on nobody can ask it here, and half a second later nowhere. Safe to repeat. */
export async function deleteConnection(ctx: Needs, actor: Actor, input: NamedConnection): Promise<void> {
  assertMayManage(actor, input.scope);
  const isDeleted = await ownerStore(ctx, actor.userId, input.scope).delete(input.id);
  if (isDeleted) await publishModelsChanged(ctx, actor.userId, input.scope);
}
