import type { IncomingMessage } from "node:http";
import type { Actor, ServerContext } from "#server/context.ts";
import { redeemSocketTicket } from "#server/domains/accounts/index.ts";
import type { Env } from "#server/env.ts";
import { AppError } from "#server/errors.ts";
import { isAllowedOrigin } from "./is-allowed-origin.ts";
import { readTicket } from "./read-ticket.ts";

type Needs = Pick<ServerContext, "accounts" | "clock" | "sessionCache" | "tokenSigner">;

/** Who may open this socket. Throws AppError `forbidden` for a foreign page, `unauthenticated` without a good ticket. */
export async function authenticateUpgrade(
  ctx: Needs,
  request: Pick<IncomingMessage, "headers">,
  env: Pick<Env, "PUBLIC_URL" | "ALLOWED_ORIGINS">,
): Promise<Actor> {
  if (!isAllowedOrigin(request.headers, env)) {
    throw new AppError("forbidden", { message: "the page's origin may not open a socket here" });
  }
  const ticket = readTicket(request.headers);
  if (ticket === null) throw new AppError("unauthenticated", { message: "the handshake offers no ticket" });
  return redeemSocketTicket(ctx, ticket);
}
