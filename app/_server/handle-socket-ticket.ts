import type { Container } from "#server/container.ts";
import { issueSocketTicket } from "#server/domains/accounts/index.ts";
import { AppError, ERROR_TABLE } from "#server/errors.ts";
import { findPublicOrigin } from "./find-public-origin.ts";
import { getActorOfRequest } from "./get-actor-of-request.ts";
import { isSameOrigin } from "./is-same-origin.ts";

/** Gives whoever is signed in a ticket for one socket: `{ ticket }`, or `{ code, userMessage }` with the error's status. */
export async function handleSocketTicket(container: Container, { headers }: Request): Promise<Response> {
  if (!isSameOrigin(headers, findPublicOrigin(headers, container.env.PUBLIC_URL))) return refuse("forbidden");
  const actor = await getActorOfRequest(container, headers);
  if (!actor) return refuse("unauthenticated");
  const ticket = await issueSocketTicket(container.context, actor);
  return Response.json({ ticket }, { headers: { "cache-control": "no-store" } });
}

function refuse(code: "forbidden" | "unauthenticated"): Response {
  const { userMessage } = new AppError(code);
  return Response.json({ code, userMessage }, { status: ERROR_TABLE[code].httpStatus });
}
