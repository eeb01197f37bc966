import { v7 as uuidv7 } from "uuid";
import type { Connection } from "#contracts/connection.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { AppError } from "#server/errors.ts";
import type { ConnectionRecord } from "./catalog.ts";
import { checkConnectionByCall } from "./check-connection-by-call.ts";
import { defaultConnectionLabel } from "./default-connection-label.ts";
import { ownerStore } from "./owner-store.ts";
import { assertMayConnect } from "./policy.ts";
import { presentConnection } from "./presenter.ts";
import { publishModelsChanged } from "./publish-models-changed.ts";
import type { CreateConnectionInput } from "./schema.ts";

type Needs = Pick<ServerContext, "catalog" | "secretBox" | "userChannel" | "clock">;

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
  assertComplete(input);
  const { scope, provider, apiKey = null, baseUrl = null } = input;
  const modelNames = await checkConnectionByCall({ provider, baseUrl, apiKey }, signal);
  const id = uuidv7();
  const now = ctx.clock.now();
  const connection: ConnectionRecord = {
    id,
    scope,
    provider,
    baseUrl,
    modelNames,
    label: input.label ?? defaultConnectionLabel(provider, baseUrl),
    sealedApiKey: apiKey === null ? null : ctx.secretBox.seal(apiKey, id),
    createdAt: now,
    checkedAt: now,
  };
  await ownerStore(ctx, actor.userId, scope).insert(connection);
  await publishModelsChanged(ctx, actor.userId, scope);
  return presentConnection(connection);
}

function assertComplete({ provider, baseUrl, apiKey }: CreateConnectionInput): void {
  if (provider === "openai-compatible" && baseUrl === undefined) {
    throw new AppError("invalid-input", {
      userMessage: "Enter the address of the server, like http://localhost:11434/v1.",
    });
  }
  if (provider === "azure-openai" && baseUrl === undefined) {
    throw new AppError("invalid-input", {
      userMessage: "Enter the endpoint of the resource, like https://my-resource.openai.azure.com.",
    });
  }
  if (provider !== "openai-compatible" && apiKey === undefined) {
    throw new AppError("invalid-input", { userMessage: "Paste the key of your account at the provider." });
  }
}
