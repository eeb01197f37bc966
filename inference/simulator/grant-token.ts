import { createPublicKey } from "node:crypto";
import type { ServerResponse } from "node:http";
import { decodeProtectedHeader, jwtVerify } from "jose";
import { z } from "zod";
import { TOKEN_PATH } from "./find-google-place.ts";
import type { SimulatedRequest } from "./simulated-request.ts";

const GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const LIFETIME_SECONDS = 3_600;

const bodySchema = z.object({ grant_type: z.literal(GRANT_TYPE), assertion: z.string() });

/**
 * Answers a service account that proves itself with a token (RFC 7523), as Google does. The token
 * is the account's own name, so that a test says by it what the token may do; the simulator has no
 * accounts: whose public key stands in its key id is let in.
 */
export async function grantToken({ body, url }: SimulatedRequest, response: ServerResponse): Promise<void> {
  try {
    const { assertion } = bodySchema.parse(body);
    const { kid = "" } = decodeProtectedHeader(assertion);
    const key = createPublicKey({ key: Buffer.from(kid, "base64url"), format: "der", type: "spki" });
    const checked = { audience: `${url}${TOKEN_PATH}`, algorithms: ["RS256"], requiredClaims: ["iat", "exp", "scope"] };
    const { payload } = await jwtVerify(assertion, key, checked);
    const [accessToken = ""] = (payload.iss ?? "").split("@");
    answer(response, 200, { access_token: accessToken, token_type: "Bearer", expires_in: LIFETIME_SECONDS });
  } catch (thrown) {
    answer(response, 400, { error: "invalid_grant", error_description: `Invalid JWT: ${String(thrown)}` });
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
