import type { Connection } from "#contracts/connection.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { checkConnectionByCall } from "./check-connection-by-call.ts";
import { ownerStore } from "./owner-store.ts";
import { assertMayManage, requireConnection } from "./policy.ts";
import { presentConnection } from "./presenter.ts";
import { publishModelsChanged } from "./publish-models-changed.ts";
import type { NamedConnection } from "./schema.ts";

type Needs = Pick<ServerContext, "catalog" | "secretBox" | "userChannel" | "clock">;

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
  const { id, provider, baseUrl, sealedApiKey } = requireConnection(await store.find(input.id));
  const apiKey = sealedApiKey === null ? null : ctx.secretBox.open(sealedApiKey, id);
  const modelNames = await checkConnectionByCall({ provider, baseUrl, apiKey }, signal);
  const checked = requireConnection(await store.recordCheck(id, { modelNames, checkedAt: ctx.clock.now() }));
  await publishModelsChanged(ctx, actor.userId, input.scope);
  return presentConnection(checked);
}
