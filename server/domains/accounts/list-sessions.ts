import type { Actor, ServerContext } from "#server/context.ts";
import type { Session } from "./account.ts";

type Needs = Pick<ServerContext, "accounts" | "clock">;

/** Where the person is signed in, the last seen first. */
export async function listSessions(ctx: Needs, actor: Actor): Promise<Session[]> {
  return ctx.accounts.listSessions(actor.userId, ctx.clock.now());
}
