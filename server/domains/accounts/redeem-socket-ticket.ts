import type { Actor, ServerContext } from "#server/context.ts";
import { AppError } from "#server/errors.ts";
import { authenticateSession } from "./authenticate-session.ts";

type Needs = Pick<ServerContext, "accounts" | "clock" | "sessionCache" | "tokenSigner">;

/**
 * Who may open the socket; the ticket is used up. Throws AppError `unauthenticated` for a ticket
 * that is forged, for something else, expired or used, and for one whose session no longer holds.
 */
export async function redeemSocketTicket(ctx: Needs, ticket: string): Promise<Actor> {
  const { userId, sessionId, tokenId, expiresAt } = await ctx.tokenSigner.verify(ticket, "socket");
  const actor = await authenticateSession(ctx, { userId, sessionId });
  if (!actor) throw new AppError("unauthenticated", { message: "the ticket's session no longer holds" });
  if (!(await ctx.accounts.spendToken(userId, tokenId, expiresAt))) {
    throw new AppError("unauthenticated", { message: "the ticket was used before" });
  }
  return actor;
}
