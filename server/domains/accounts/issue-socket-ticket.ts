import { v7 as createId } from "uuid";
import type { Actor, ServerContext } from "#server/context.ts";

type Needs = Pick<ServerContext, "tokenSigner">;

const TICKET_LIFETIME_MS = 60_000;

/** A ticket that opens one socket in the actor's session, within a minute. */
export async function issueSocketTicket(ctx: Needs, actor: Actor): Promise<string> {
  const { userId, sessionId } = actor;
  return ctx.tokenSigner.sign({ userId, sessionId, tokenId: createId() }, "socket", TICKET_LIFETIME_MS);
}
