import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type OidcIssuer, type OidcPerson, startOidcIssuer } from "#scripts/testing/oidc-issuer.ts";
import { createTestBrowser, type TestBrowser } from "#scripts/testing/test-browser.ts";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { createInvitation } from "#server/domains/accounts/create-invitation.ts";
import {
  authenticateSession,
  type SessionKey,
  signInWithProvider,
  startSession,
} from "#server/domains/accounts/index.ts";
import { signUp } from "#server/domains/accounts/sign-up.ts";
import { getActorOfRequest } from "./get-actor-of-request.ts";
import { handleAuthentication } from "./handle-authentication.ts";
import { signSessionCookie } from "./session-cookie.ts";

const ORIGIN = "https://chat.example.org";
const PASSWORD = "correct horse battery";
const SESSION_COOKIE = "__Host-polylogue.session";

let issuer: OidcIssuer;
let container: TestContainer;
let adminId: string;

beforeAll(async () => {
  issuer = await startOidcIssuer();
  container = await createTestContainer({
    OIDC_ISSUER: `${issuer.address}/`,
    OIDC_CLIENT_ID: issuer.clientId,
    OIDC_CLIENT_SECRET: issuer.clientSecret,
    AUTH0_ISSUER: issuer.address,
    AUTH0_CLIENT_ID: issuer.clientId,
    AUTH0_CLIENT_SECRET: issuer.clientSecret,
  });
  adminId = (await signUp(container.context, { email: "admin@example.org", password: PASSWORD })).id;
});

beforeEach(() => {
  issuer.fault = null;
  issuer.hasThinTokens = false;
});

afterAll(async () => {
  await container.close();
  await issuer.close();
});

function openBrowser(): TestBrowser {
  return createTestBrowser({ origin: ORIGIN, ipAddress: "192.0.2.1" }, (request) =>
    handleAuthentication(container, request),
  );
}

async function leave(browser: TestBrowser, fields: Record<string, string> = {}): Promise<URL> {
  const response = await browser.get("/api/auth/csrf");
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await response.json());
  const left = await browser.postForm("/api/auth/signin/oidc", { csrfToken, callbackUrl: "/c/1", ...fields });
  return new URL(left.headers.get("location") ?? "");
}

async function askIssuer(address: URL): Promise<URL> {
  const response = await fetch(address, { redirect: "manual" });
  return new URL(response.headers.get("location") ?? "");
}

/** Goes to the issuer and back as the person; where the browser is sent at the end. */
async function signInAs(
  person: OidcPerson,
  browser = openBrowser(),
  fields: Record<string, string> = {},
): Promise<string> {
  issuer.person = person;
  const back = await askIssuer(await leave(browser, fields));
  const response = await browser.get(back.pathname + back.search);
  return (response.headers.get("location") ?? "").replace(ORIGIN, "");
}

async function findActorId(browser: TestBrowser): Promise<string | null> {
  const cookie = `${SESSION_COOKIE}=${browser.cookies.get(SESSION_COOKIE) ?? ""}`;
  const headers = new Headers({ cookie, "x-forwarded-host": "chat.example.org", "x-forwarded-proto": "https" });
  return (await getActorOfRequest(container, headers))?.userId ?? null;
}

test("the way to the issuer carries state, nonce and a code challenge, and comes back to this origin alone", async () => {
  const address = await leave(openBrowser());
  expect(address.origin).toBe(issuer.address);
  const query = Object.fromEntries(address.searchParams);
  expect(query).toMatchObject({
    response_type: "code",
    scope: "openid email profile",
    code_challenge_method: "S256",
    redirect_uri: `${ORIGIN}/api/auth/callback/oidc`,
  });
  expect(query["state"]).toMatch(/^.{20,}$/);
  expect(query["nonce"]).toMatch(/^.{20,}$/);
  expect(query["code_challenge"]).toMatch(/^.{43}$/);
});

test("a form cannot have the issuer send the person elsewhere", async () => {
  const browser = openBrowser();
  const response = await browser.get("/api/auth/csrf");
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await response.json());
  const path = "/api/auth/signin/oidc?redirect_uri=https%3A%2F%2Fevil.example&state=known";
  const left = await browser.postForm(path, { csrfToken });
  const query = new URL(left.headers.get("location") ?? "").searchParams;
  expect(query.get("redirect_uri")).toBe(`${ORIGIN}/api/auth/callback/oidc`);
  expect(query.get("state")).not.toBe("known");
});

test("somebody new gets an account, is signed in, and goes on to where they wanted", async () => {
  const browser = openBrowser();
  const person = { sub: "grace", name: "Grace", email: "Grace@Example.org", email_verified: true };
  expect(await signInAs(person, browser)).toBe("/c/1");
  const account = await container.context.accounts.findUserByEmail("grace@example.org");
  expect(account).toMatchObject({ name: "Grace", role: "user", passwordHash: null });
  expect(account?.emailVerifiedAt).not.toBeNull();
  expect(await findActorId(browser)).toBe(account?.id);
});

test("Auth0 is spoken to the same way, and its people are its own", async () => {
  const browser = openBrowser();
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await (await browser.get("/api/auth/csrf")).json());
  issuer.person = { sub: "grace", email: "auth0@example.org", email_verified: true };
  const left = await browser.postForm("/api/auth/signin/auth0", { csrfToken, callbackUrl: "/" });
  const back = await askIssuer(new URL(left.headers.get("location") ?? ""));
  expect(back.pathname).toBe("/api/auth/callback/auth0");
  await browser.get(back.pathname + back.search);
  const account = await container.context.accounts.findUserByEmail("auth0@example.org");
  expect(await findActorId(browser)).toBe(account?.id);
});

test("the same identity signs in to the same account, even with another address", async () => {
  const browser = openBrowser();
  await signInAs({ sub: "mary", email: "mary@example.org", email_verified: true });
  await signInAs({ sub: "mary", email: "mary.new@example.org", email_verified: false }, browser);
  const account = await container.context.accounts.findUserByEmail("mary@example.org");
  expect(await findActorId(browser)).toBe(account?.id);
});

test("an issuer that tells the address only behind userinfo is understood", async () => {
  issuer.hasThinTokens = true;
  expect(await signInAs({ sub: "thin", email: "thin@example.org", email_verified: true })).toBe("/c/1");
  expect(await container.context.accounts.findUserByEmail("thin@example.org")).not.toBeNull();
});

test.each<OidcPerson>([
  { sub: "thief", email: "admin@example.org", email_verified: false },
  { sub: "thief", email: "admin@example.org" },
  { sub: "thief", email: "admin@example.org", email_verified: "yes" },
  { sub: "thief", email: "new@example.org", email_verified: false },
  { sub: "thief" },
])("an address that the issuer has not verified opens no account: %j", async (person) => {
  const browser = openBrowser();
  expect(await signInAs(person, browser)).toBe("/sign-in?error=email-unverified");
  expect(await findActorId(browser)).toBeNull();
});

test("a verified address links the account, and an unproved password and its sessions are gone (pre-hijacking)", async () => {
  const { context } = container;
  const hijacker = await signUp(context, { email: "victim@example.org", password: PASSWORD });
  const planted: SessionKey = await startSession(context, hijacker.id, { ipAddress: "198.51.100.1", userAgent: null });
  const browser = openBrowser();
  await signInAs({ sub: "victim", email: "victim@example.org", email_verified: true }, browser);
  expect(await findActorId(browser)).toBe(hijacker.id);
  expect((await context.accounts.findUser(hijacker.id))?.passwordHash).toBeNull();
  expect(await authenticateSession(context, planted)).toBeNull();
});

test("who is signed in to the account in the same browser keeps their password when they link it", async () => {
  const { context, env } = container;
  const account = await signUp(context, { email: "linker@example.org", password: PASSWORD });
  const key = await startSession(context, account.id, { ipAddress: "192.0.2.1", userAgent: null });
  const browser = openBrowser();
  browser.cookies.set(SESSION_COOKIE, await signSessionCookie(env.AUTH_SECRET, key, 60));
  await signInAs({ sub: "linker", email: "linker@example.org", email_verified: true }, browser);
  const linked = await context.accounts.findUser(account.id);
  expect(linked?.passwordHash).not.toBeNull();
  expect(linked?.emailVerifiedAt).not.toBeNull();
  expect(await findActorId(browser)).toBe(account.id);
});

test("somebody new who comes in by two tabs at once gets one account", async () => {
  const identity = { provider: "oidc", subject: "twice" };
  const input = { identity, email: "twice@example.org", isEmailVerified: true, name: null };
  const signIn = () => signInWithProvider(container.context, { ...input, invitationCode: null, currentUserId: null });
  const accounts = await Promise.all([signIn(), signIn(), signIn()]);
  expect(new Set(accounts.map(({ id }) => id)).size).toBe(1);
});

test("a disabled account stays out", async () => {
  const person = { sub: "disabled", email: "disabled@example.org", email_verified: true };
  await signInAs(person);
  const account = await container.context.accounts.findUserByEmail("disabled@example.org");
  await container.context.accounts.updateUser(account?.id ?? "", { disabledAt: new Date() });
  expect(await signInAs(person)).toBe("/sign-in?error=account-disabled");
});

test.each(["wrong-nonce", "wrong-audience", "wrong-key"] as const)(
  "a %s in the ID token keeps everybody out",
  async (fault) => {
    issuer.fault = fault;
    const browser = openBrowser();
    const person = { sub: fault, email: `${fault}@example.org`, email_verified: true };
    expect(await signInAs(person, browser)).toBe("/sign-in?error=provider-failed");
    expect(await findActorId(browser)).toBeNull();
  },
);

test("userinfo that speaks of somebody else keeps everybody out", async () => {
  issuer.fault = "userinfo-of-another";
  issuer.hasThinTokens = true;
  const person = { sub: "mix", email: "mix@example.org", email_verified: true };
  expect(await signInAs(person)).toBe("/sign-in?error=provider-failed");
});

test("who says no at the issuer is told that nothing happened", async () => {
  issuer.fault = "denies";
  expect(await signInAs({ sub: "no" })).toBe("/sign-in?error=provider-denied");
});

test("an answer to another browser's question is refused (planted code)", async () => {
  issuer.person = { sub: "attacker", email: "attacker@example.org", email_verified: true };
  const back = await askIssuer(await leave(openBrowser()));
  const victim = openBrowser();
  await leave(victim);
  const response = await victim.get(back.pathname + back.search);
  expect(response.headers.get("location")).toBe(`${ORIGIN}/sign-in?error=provider-failed`);
  expect(await findActorId(victim)).toBeNull();
});

test("an answer serves once", async () => {
  issuer.person = { sub: "once", email: "once@example.org", email_verified: true };
  const browser = openBrowser();
  const back = await askIssuer(await leave(browser));
  const cookies = new Map(browser.cookies);
  await browser.get(back.pathname + back.search);
  for (const [name, value] of cookies) browser.cookies.set(name, value);
  const again = await browser.get(back.pathname + back.search);
  expect(again.headers.get("location")).toBe(`${ORIGIN}/sign-in?error=provider-failed`);
});

test("an invitation is carried through the issuer, gives its role, and is used up", async () => {
  const context = { ...container.context, accountOptions: { signUpMode: "invitation" as const, providers: [] } };
  const invited = { ...container, context };
  const actor = { userId: adminId, sessionId: adminId, role: "admin" as const };
  const { code } = await createInvitation(context, actor, { role: "admin", daysValid: 1 });
  const open = (): TestBrowser =>
    createTestBrowser({ origin: ORIGIN, ipAddress: "192.0.2.1" }, (request) => handleAuthentication(invited, request));

  const uninvited = { sub: "uninvited", email: "uninvited@example.org", email_verified: true };
  expect(await signInAs(uninvited, open())).toBe("/sign-in?error=invitation-required");

  const browser = open();
  const guest = { sub: "guest", email: "guest@example.org", email_verified: true };
  expect(await signInAs(guest, browser, { invitationCode: code })).toBe("/c/1");
  expect(await context.accounts.findUserByEmail("guest@example.org")).toMatchObject({ role: "admin" });
  expect(browser.cookies.has("__Host-polylogue.invitation")).toBe(false);
  expect(browser.cookieLines.find((line) => line.includes(code))).toMatch(
    /Max-Age=900; HttpOnly; SameSite=Lax; Secure/,
  );
  expect(await signInAs(uninvited, open(), { invitationCode: code })).toBe("/sign-in?error=invitation-invalid");
});

test("nobody new comes in by a provider while sign-up is closed", async () => {
  const context = { ...container.context, accountOptions: { signUpMode: "closed" as const, providers: [] } };
  const browser = createTestBrowser({ origin: ORIGIN, ipAddress: "192.0.2.1" }, (request) =>
    handleAuthentication({ ...container, context }, request),
  );
  const person = { sub: "late", email: "late@example.org", email_verified: true };
  expect(await signInAs(person, browser)).toBe("/sign-in?error=sign-up-closed");
});

test("an issuer that does not answer is named as the reason", async () => {
  const env = { ...container.env, OIDC_ISSUER: "http://127.0.0.1:9" };
  const browser = createTestBrowser({ origin: ORIGIN, ipAddress: "192.0.2.1" }, (request) =>
    handleAuthentication({ ...container, env }, request),
  );
  expect((await leave(browser)).href).toBe(`${ORIGIN}/sign-in?error=provider-unreachable`);
});
