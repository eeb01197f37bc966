import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createTestBrowser, type TestBrowser } from "#scripts/testing/test-browser.ts";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { redeemSocketTicket } from "#server/domains/accounts/index.ts";
import { signUp } from "#server/domains/accounts/sign-up.ts";
import { handleAuthentication } from "./handle-authentication.ts";
import { handleSocketTicket } from "./handle-socket-ticket.ts";

const ORIGIN = "https://chat.example.org";
const PASSWORD = "correct horse battery";

let container: TestContainer;

beforeAll(async () => {
  container = await createTestContainer();
  await signUp(container.context, { email: "ada@example.org", password: PASSWORD });
});

afterAll(async () => {
  await container.close();
});

function openBrowser(origin = ORIGIN, ipAddress = "192.0.2.1"): TestBrowser {
  return createTestBrowser({ origin, ipAddress }, (request) =>
    request.url.includes("/api/socket-ticket")
      ? handleSocketTicket(container, request)
      : handleAuthentication(container, request),
  );
}

async function fetchCsrfToken(browser: TestBrowser): Promise<string> {
  const response = await browser.get("/api/auth/csrf");
  return z.object({ csrfToken: z.string() }).parse(await response.json()).csrfToken;
}

async function signIn(browser: TestBrowser, fields: Record<string, string> = {}): Promise<Response> {
  return browser.postForm("/api/auth/callback/credentials", {
    csrfToken: await fetchCsrfToken(browser),
    email: "ada@example.org",
    password: PASSWORD,
    json: "true",
    ...fields,
  });
}

async function fetchTicket(browser: TestBrowser): Promise<string | null> {
  const response = await browser.postForm("/api/socket-ticket", {});
  if (response.status === 401) return null;
  return z.object({ ticket: z.string() }).parse(await response.json()).ticket;
}

test("the right password starts a session, whose ticket opens a socket", async () => {
  const browser = openBrowser();
  const response = await signIn(browser, { callbackUrl: "/c/1" });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ url: `${ORIGIN}/c/1` });
  const actor = await redeemSocketTicket(container.context, (await fetchTicket(browser)) ?? "");
  expect(actor.role).toBe("admin");
});

test("the session's cookie is a signed token that names the session and tells nothing else", async () => {
  const browser = openBrowser();
  await signIn(browser);
  const cookie = browser.cookies.get("__Host-polylogue.session") ?? "";
  expect(decodeProtectedHeader(cookie)).toEqual({ alg: "HS256" });
  expect(Object.keys(decodeJwt(cookie)).toSorted()).toEqual(["aud", "exp", "iat", "sid", "sub"]);
});

test("on an https address every cookie is HttpOnly, Secure, Lax and bound to the host", async () => {
  const browser = openBrowser();
  await signIn(browser);
  expect(browser.cookieLines.length).toBeGreaterThan(1);
  for (const line of browser.cookieLines) {
    expect(line).toMatch(/^__Host-polylogue\./);
    expect(line).toMatch(/; Path=\/(;|$)/);
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; Secure/);
    expect(line).toMatch(/; SameSite=Lax/);
    expect(line).not.toMatch(/; Domain=/i);
  }
});

test("on an http address the cookie works without Secure, and is worth nothing on the https one", async () => {
  const browser = openBrowser("http://127.0.0.1:3000");
  await signIn(browser);
  expect(await fetchTicket(browser)).not.toBeNull();
  const secureBrowser = openBrowser();
  secureBrowser.cookies.set("polylogue.session", browser.cookies.get("polylogue.session") ?? "");
  expect(await fetchTicket(secureBrowser)).toBeNull();
});

test("an unknown address and a wrong password are answered alike (enumeration)", async () => {
  const wrong = await signIn(openBrowser(), { password: "something else" });
  const unknown = await signIn(openBrowser(), { email: "nobody@example.org" });
  const none = await signIn(openBrowser(), { email: "", password: "" });
  const answer = { url: `${ORIGIN}/sign-in?error=invalid-credentials` };
  for (const response of [wrong, unknown, none]) {
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual(answer);
  }
});

test("after too many wrong passwords the page is told how long to wait", async () => {
  await signUp(container.context, { email: "guessed@example.org", password: PASSWORD });
  const browser = openBrowser(ORIGIN, "192.0.2.66");
  const fields = { email: "guessed@example.org", password: "a guess" };
  for (let count = 0; count < 6; count += 1) await signIn(browser, fields);
  const response = await signIn(browser, { email: "guessed@example.org" });
  expect(await response.json()).toEqual({ url: `${ORIGIN}/sign-in?error=rate-limited&retryAfterSeconds=1` });
  expect(browser.cookies.has("__Host-polylogue.session")).toBe(false);
});

test("a sign-in without the form's token changes nothing (login CSRF)", async () => {
  const browser = openBrowser();
  const response = await signIn(browser, { csrfToken: "made up" });
  expect(await response.json()).toEqual({ url: `${ORIGIN}/sign-in?error=expired` });
  expect(browser.cookies.has("__Host-polylogue.session")).toBe(false);
});

test("a sign-in from a page of another site is refused", async () => {
  const browser = openBrowser();
  const fields = { csrfToken: await fetchCsrfToken(browser), email: "ada@example.org", password: PASSWORD };
  const headers = { origin: "https://evil.example" };
  const response = await browser.postForm("/api/auth/callback/credentials", fields, headers);
  expect(response.headers.get("location")).toBe(`${ORIGIN}/sign-in?error=configuration`);
  expect(browser.cookies.has("__Host-polylogue.session")).toBe(false);
});

test("a page of another site gets no ticket", async () => {
  const browser = openBrowser();
  await signIn(browser);
  const response = await browser.postForm("/api/socket-ticket", {}, { origin: "https://evil.example" });
  expect(response.status).toBe(403);
});

test.each(["https://evil.example/", "//evil.example", String.raw`/\evil.example`, "javascript:alert(1)"])(
  "signing in never leads on to %s",
  async (callbackUrl) => {
    const response = await signIn(openBrowser(), { callbackUrl });
    const { url } = z.object({ url: z.string() }).parse(await response.json());
    expect(new URL(url).origin).toBe(ORIGIN);
  },
);

test("signing out ends the session itself, not only the cookie", async () => {
  const browser = openBrowser();
  await signIn(browser);
  const cookie = browser.cookies.get("__Host-polylogue.session") ?? "";
  await browser.postForm("/api/auth/signout", { csrfToken: await fetchCsrfToken(browser), json: "true" });
  expect(browser.cookies.has("__Host-polylogue.session")).toBe(false);
  browser.cookies.set("__Host-polylogue.session", cookie);
  expect(await fetchTicket(browser)).toBeNull();
});

test("signing in again ends the session that it replaces", async () => {
  const browser = openBrowser();
  await signIn(browser);
  const replaced = browser.cookies.get("__Host-polylogue.session") ?? "";
  await signIn(browser);
  expect(await fetchTicket(browser)).not.toBeNull();
  browser.cookies.set("__Host-polylogue.session", replaced);
  expect(await fetchTicket(browser)).toBeNull();
});

test("/api/auth/session drops the cookie of an ended session", async () => {
  const browser = openBrowser();
  await signIn(browser);
  const { userId, sessionId } = await redeemSocketTicket(container.context, (await fetchTicket(browser)) ?? "");
  expect(await (await browser.get("/api/auth/session")).json()).toHaveProperty("expires");
  await container.context.accounts.endSessions(userId, { id: sessionId }, new Date());
  expect(await (await browser.get("/api/auth/session")).json()).toEqual({});
  expect(browser.cookies.has("__Host-polylogue.session")).toBe(false);
});

test("a disabled account is told so, but only with its own password", async () => {
  const { id } = await signUp(container.context, { email: "gone@example.org", password: PASSWORD });
  await container.context.accounts.updateUser(id, { disabledAt: new Date() });
  const right = await signIn(openBrowser(), { email: "gone@example.org" });
  expect(await right.json()).toEqual({ url: `${ORIGIN}/sign-in?error=account-disabled` });
  const wrong = await signIn(openBrowser(), { email: "gone@example.org", password: "something else" });
  expect(await wrong.json()).toEqual({ url: `${ORIGIN}/sign-in?error=invalid-credentials` });
});

test("next-auth's own pages lead to ours", async () => {
  const page = await openBrowser().get("/api/auth/signin?callbackUrl=%2Fc%2F1&error=OAuthCallback");
  expect(page.headers.get("location")).toBe(`${ORIGIN}/sign-in?error=provider-failed&to=%2Fc%2F1`);
  const bad = await openBrowser().get("/api/auth/signin?callbackUrl=javascript%3Aalert(1)");
  expect(bad.headers.get("location")).toBe(`${ORIGIN}/sign-in?error=configuration`);
});

test.each(["_log", "verify-request", "anything"])("/api/auth/%s is not there", async (action) => {
  expect((await openBrowser().postForm(`/api/auth/${action}`, {})).status).toBe(404);
});

test("a body that is too long is refused", async () => {
  expect((await signIn(openBrowser(), { password: "x".repeat(20_000) })).status).toBe(400);
});

test("PUBLIC_URL is where people are, whatever the headers say", async () => {
  const { env } = container;
  const browser = createTestBrowser({ origin: "http://elsewhere.example", ipAddress: "192.0.2.1" }, (request) =>
    handleAuthentication({ ...container, env: { ...env, PUBLIC_URL: ORIGIN } }, request),
  );
  await browser.get("/api/auth/csrf");
  expect([...browser.cookies.keys()]).toContain("__Host-polylogue.csrf");
  const response = await browser.get("/api/auth/signin");
  expect(response.headers.get("location")).toBe(`${ORIGIN}/sign-in`);
});
