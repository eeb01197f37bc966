import { createHash, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { exportJWK, SignJWT } from "jose";

/** Who is signed in at the issuer; whoever comes by is sent back as them. */
export type OidcPerson = { sub: string; name?: string; email?: string; email_verified?: boolean | string };

/** How the issuer misbehaves; each must keep people out. */
type OidcFault = "denies" | "wrong-nonce" | "wrong-audience" | "wrong-key" | "userinfo-of-another" | null;

export type OidcIssuer = {
  address: string;
  clientId: string;
  clientSecret: string;
  person: OidcPerson;
  fault: OidcFault;
  /** Puts name and address behind userinfo only, as some issuers do. */
  hasThinTokens: boolean;
  close: () => Promise<void>;
};

type Grant = { redirectUri: string; challenge: string; nonce: string | null; person: OidcPerson };

const KEY_ID = "test-key";
const rightKey = generateKeyPairSync("rsa", { modulusLength: 2048 });
const wrongKey = generateKeyPairSync("rsa", { modulusLength: 2048 });

/**
 * A small OpenID Connect issuer over HTTP: discovery, keys, authorize, token and userinfo. It holds
 * its clients to PKCE (S256), an exact redirect address and one use a code, as a strict one would.
 */
export async function startOidcIssuer(): Promise<OidcIssuer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer: OidcIssuer = {
    address: `http://127.0.0.1:${portOf(server)}`,
    clientId: "polylogue",
    clientSecret: "a secret of the client",
    person: { sub: "1" },
    fault: null,
    hasThinTokens: false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const grants = new Map<string, Grant>();
  const tokens = new Map<string, OidcPerson>();
  server.on("request", (request, response) => {
    answer(issuer, { grants, tokens }, request)
      .then(({ status, body, location }) => send(response, status, location ? { location } : body))
      .catch((error: unknown) => send(response, 400, { error: "invalid_request", error_description: String(error) }));
  });
  return issuer;
}

type Memory = { grants: Map<string, Grant>; tokens: Map<string, OidcPerson> };
type Answer = { status: number; body?: unknown; location?: string };

async function answer(issuer: OidcIssuer, memory: Memory, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? "/", issuer.address);
  switch (url.pathname) {
    case "/.well-known/openid-configuration":
      return { status: 200, body: discovery(issuer.address) };
    case "/keys":
      return { status: 200, body: { keys: [{ ...(await exportJWK(rightKey.publicKey)), kid: KEY_ID, alg: "RS256" }] } };
    case "/authorize":
      return { status: 302, location: authorize(issuer, memory, url.searchParams) };
    case "/token":
      return { status: 200, body: await exchange(issuer, memory, request) };
    case "/userinfo": {
      const person = memory.tokens.get(request.headers.authorization?.replace(/^Bearer /, "") ?? "");
      if (!person) return { status: 401, body: { error: "invalid_token" } };
      return { status: 200, body: issuer.fault === "userinfo-of-another" ? { ...person, sub: "another" } : person };
    }
    default:
      return { status: 404, body: { error: "not_found" } };
  }
}

function discovery(address: string) {
  return {
    issuer: address,
    authorization_endpoint: `${address}/authorize`,
    token_endpoint: `${address}/token`,
    userinfo_endpoint: `${address}/userinfo`,
    jwks_uri: `${address}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256"],
  };
}

function authorize(issuer: OidcIssuer, { grants }: Memory, query: URLSearchParams): string {
  const need = (name: string): string => query.get(name) ?? fail(`${name} is missing`);
  const redirect = new URL(need("redirect_uri"));
  redirect.searchParams.set("state", need("state"));
  if (need("client_id") !== issuer.clientId) fail("an unknown client");
  if (need("response_type") !== "code" || need("code_challenge_method") !== "S256") fail("only code with S256");
  if (issuer.fault === "denies") redirect.searchParams.set("error", "access_denied");
  else {
    const code = randomUUID();
    const { person } = issuer;
    const challenge = need("code_challenge");
    grants.set(code, { redirectUri: need("redirect_uri"), challenge, nonce: query.get("nonce"), person });
    redirect.searchParams.set("code", code);
  }
  return redirect.href;
}

async function exchange(issuer: OidcIssuer, { grants, tokens }: Memory, request: IncomingMessage) {
  const fields = new URLSearchParams(await readText(request));
  const code = fields.get("code") ?? "";
  const grant = grants.get(code) ?? fail("an unknown or used code");
  grants.delete(code);
  const challenge = createHash("sha256")
    .update(fields.get("code_verifier") ?? "")
    .digest("base64url");
  if (challenge !== grant.challenge) fail("the code verifier does not match");
  if (fields.get("redirect_uri") !== grant.redirectUri) fail("another redirect address");
  const credentials = Buffer.from(request.headers.authorization?.replace(/^Basic /, "") ?? "", "base64").toString();
  const [clientId = "", secret = ""] = credentials
    .split(":")
    .map((part) => decodeURIComponent(part.replaceAll("+", " ")));
  if (clientId !== issuer.clientId || secret !== issuer.clientSecret) fail("wrong client credentials");
  const accessToken = randomUUID();
  tokens.set(accessToken, grant.person);
  return {
    access_token: accessToken,
    token_type: "Bearer",
    expires_in: 60,
    id_token: await signIdToken(issuer, grant),
  };
}

async function signIdToken({ address, clientId, fault, hasThinTokens }: OidcIssuer, grant: Grant): Promise<string> {
  const { sub, ...claims } = grant.person;
  const nonce = fault === "wrong-nonce" ? "another" : grant.nonce;
  return new SignJWT({ ...(hasThinTokens ? {} : claims), ...(nonce === null ? {} : { nonce }) })
    .setProtectedHeader({ alg: "RS256", kid: KEY_ID })
    .setIssuer(address)
    .setAudience(fault === "wrong-audience" ? "another" : clientId)
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime("1m")
    .sign(fault === "wrong-key" ? wrongKey.privateKey : rightKey.privateKey);
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, status: number, content: unknown): void {
  if (content instanceof Object && "location" in content) {
    response.writeHead(status, { location: String(content.location) }).end();
    return;
  }
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(content));
}

function portOf(server: Server): number {
  const address = server.address();
  return address && typeof address === "object" ? address.port : fail("no port");
}

function fail(message: string): never {
  throw new Error(message);
}
