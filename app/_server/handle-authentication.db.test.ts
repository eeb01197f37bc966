import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestBrowser, type TestBrowser } from "#scripts/testing/test-browser.ts";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import { createTestEnv } from "#scripts/testing/test-env.ts";
import { createContainer, type Container } from "#server/container.ts";
import { redeemSocketTicket } from "#server/domains/accounts/index.ts";
import { signUp } from "#server/domains/accounts/sign-up.ts";
import { handleAuthentication } from "./handle-authentication.ts";
import { handleSocketTicket } from "./handle-socket-ticket.ts";

const ORIGIN = "https://chat.example.org";
const PASSWORD = "correct horse battery";

let testDatabase: TestDatabase;
let container: Container;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  container = createContainer(createTestEnv(testDatabase.url), "web");
  await signUp(container.context, { email: "ada@example.org", password: PASSWORD });
});

afterAll(async () => {
  await container.close();
  await testDatabase.drop();
});

function openBrowser(origin = ORIGIN): TestBrowser {
  return createTestBrowser(origin, (request) =>
    request.url.includes("/api/socket-ticket")
      ? handleSocketTicket(container, request)
      : handleAuthentication(container, request),
  );
}

async function signIn(browser: TestBrowser, fields: Record<string, string> = {}): Promise<Response> {
  const { csrfToken } = (await (await browser.get("/api/auth/csrf")).json()) as { csrfToken: string };
  return browser.postForm("/api/auth/callback/credentials", {
    csrfToken,
    email: "ada@example.org",
    password: PASSWORD,
    json: "true",
    ...fields,
  });
}

test("the right password starts a session, whose ticket opens a socket", async () => {
  const browser = openBrowser();
  const response = await signIn(browser, { callbackUrl: "/c/1" });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ url: `${ORIGIN}/c/1` });
  const ticketResponse = await browser.postForm("/api/socket-ticket", {});
  const { ticket } = (await ticketResponse.json()) as { ticket: string };
  const actor = await redeemSocketTicket(container.context, ticket);
  expect(actor.role).toBe("admin");
});
