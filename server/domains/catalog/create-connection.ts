import { v7 as uuidv7 } from "uuid";
import type { Connection } from "#contracts/connection.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import type { ConnectionRecord } from "./catalog.ts";
import { checkConnectionByCall } from "./check-connection-by-call.ts";
import { completeConnection } from "./complete-connection.ts";
import { defaultConnectionLabel } from "./default-connection-label.ts";
import { ownerStore } from "./owner-store.ts";
import { assertMayConnect } from "./policy.ts";
import { presentConnection } from "./presenter.ts";
import { publishModelsChanged } from "./publish-models-changed.ts";
import type { CreateConnectionInput } from "./schema.ts";

type Needs = Pick<ServerContext, "catalog" | "catalogue" | "secretBox" | "userChannel" | "clock">;

/**
 * Connects a provider: checks key and address by a real call first, then keeps the key sealed.
 * Nothing is kept of one that does not work: throws AppError with a sentence that says what to do.
 */
export async function createConnection(
  ctx: Needs,
  actor: Actor,
  { input, signal }: { input: CreateConnectionInput; signal: AbortSignal },
): Promise<Connection> {
  assertMayConnect(actor, input);
  const reach = completeConnection(input);
  const { apiKey, ...place } = reach;
  const modelNames = await checkConnectionByCall(reach, signal);
  const id = uuidv7();
  const now = ctx.clock.now();
  const connection: ConnectionRecord = {
    id,
    scope: input.scope,
    ...place,
    modelNames,
    label: input.label ?? defaultConnectionLabel(place.provider, place.baseUrl),
    sealedApiKey: apiKey === null ? null : ctx.secretBox.seal(apiKey, id),
    createdAt: now,
    checkedAt: now,
  };
  await ownerStore(ctx, actor.userId, input.scope).insert(connection);
  await publishModelsChanged(ctx, actor.userId, input.scope);
  return presentConnection(connection);
}
