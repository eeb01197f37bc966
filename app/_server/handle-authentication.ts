import type { SignInError } from "#contracts/sign-in-error.ts";
import type { Container } from "#server/container.ts";
import { ERROR_TABLE, toAppError } from "#server/errors.ts";
import { createAuthenticationOptions } from "./authentication-options.ts";
import { type AuthenticationVisit, readAuthenticationVisit } from "./authentication-visit.ts";
import { callNextAuth } from "./call-next-auth.ts";
import { carryInvitation } from "./carry-invitation.ts";
import { isSameOrigin } from "./is-same-origin.ts";
import { createNextAuthResponse } from "./next-auth-response.ts";
import { toSignInAddress } from "./sign-in-address.ts";

/** What of next-auth is offered; its own log door and pages are not. */
const ACTIONS = new Set(["csrf", "providers", "session", "signin", "signout", "callback", "error"]);

/** Answers one request below /api/auth: signing in and out, by password or provider. */
export async function handleAuthentication(container: Container, request: Request): Promise<Response> {
  const { logger } = container.context;
  try {
    const visit = await readAuthenticationVisit(container, request);
    if (!ACTIONS.has(visit.action)) return Response.json({ code: "not-found" }, { status: 404 });
    const response = createNextAuthResponse((address) => toSignInAddress(address, visit.origin));
    const obstacle = findObstacle(visit);
    if (obstacle) {
      logger.warn(
        { obstacle, origin: visit.headers.get("origin"), publicOrigin: visit.origin },
        "a sign-in was refused",
      );
      response.refuse(`/sign-in?error=${obstacle}`, visit.fields["json"] === "true");
    } else {
      await callNextAuth(createAuthenticationOptions(container, visit), visit, response);
    }
    carryInvitation(visit, response);
    return response.finish();
  } catch (thrown) {
    const { code, message, userMessage } = toAppError(thrown);
    logger[ERROR_TABLE[code].logLevel]({ code, error: thrown }, message);
    return Response.json({ code, userMessage }, { status: ERROR_TABLE[code].httpStatus });
  }
}

/** What next-auth must not even see. */
function findObstacle({ method, action, headers, origin, query }: AuthenticationVisit): SignInError | null {
  // Usually the address bar shows another address than PUBLIC_URL.
  if (method === "POST" && !isSameOrigin(headers, origin)) return "configuration";
  // RFC 6749, 4.1.2.1; next-auth would call it a broken answer.
  return action === "callback" && query["error"] === "access_denied" ? "provider-denied" : null;
}
