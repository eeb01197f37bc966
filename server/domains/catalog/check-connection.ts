import type { Connection } from "#contracts/connection.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { checkConnectionByCall } from "./check-connection-by-call.ts";
import { openConnection } from "./open-connection.ts";
import { ownerStore } from "./owner-store.ts";
import { assertMayManage, requireConnection } from "./policy.ts";
import { presentConnection } from "./presenter.ts";
import { publishModelsChanged } from "./publish-models-changed.ts";
import type { NamedConnection } from "./schema.ts";

type Needs = Pick<ServerContext, "catalog" | "catalogue" | "secretBox" | "userChannel" | "clock">;

/**
 * Checks a connection again and keeps the models that it lists now. Where the check fails, what was
 * known stays, and AppError says what to do. Safe to repeat.
 */
export async function checkConnection(
  ctx: Needs,
  actor: Actor,
  { input, signal }: { input: NamedConnection; signal: AbortSignal },
): Promise<Connection> {
  assertMayManage(actor, input.scope);
  const store = ownerStore(ctx, actor.userId, input.scope);
  const connection = requireConnection(await store.find(input.id));
  const { id, provider } = connection;
  const reach = { ...openConnection(ctx.secretBox, connection), provider };
  const modelNames = await checkConnectionByCall(reach, signal);
  const checked = requireConnection(await store.recordCheck(id, { modelNames, checkedAt: ctx.clock.now() }));
  await publishModelsChanged(ctx, actor.userId, input.scope);
  return presentConnection(checked);
}
