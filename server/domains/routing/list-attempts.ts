import type { Actor, ServerContext } from "#server/context.ts";
import type { StoredAttempt } from "./schema.ts";

/** More calls than the router makes for one answer, its continuations included. */
const ATTEMPTS_MAX = 200;

/** The calls to providers that one of the person's answers took, in the order in which they began. Empty where there is no such answer. */
export async function listAttempts(
  ctx: Pick<ServerContext, "attempts">,
  actor: Pick<Actor, "userId">,
  { generationId }: { generationId: string },
): Promise<StoredAttempt[]> {
  return ctx.attempts.list(actor.userId, generationId, ATTEMPTS_MAX);
}
