import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { fetchGithubClaims } from "./fetch-github-claims.ts";

let server: Server | null = null;

afterEach(() => {
  server?.close();
});

async function serve(answers: Record<string, unknown>): Promise<string> {
  const started = createServer((request, response) => {
    const isAllowed = request.headers.authorization === "Bearer a token";
    const body = answers[request.url ?? ""];
    response.writeHead(isAllowed && body ? 200 : 401, { "content-type": "application/json" });
    response.end(JSON.stringify(body ?? {}));
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const address = started.address();
  return `http://127.0.0.1:${address && typeof address === "object" ? address.port : 0}`;
}

const USER = { id: 7, login: "octo", name: null, email: "typed-by-hand@example.org" };

test("the primary address of the account counts, not the one of the profile", async () => {
  const api = await serve({
    "/user": USER,
    "/user/emails": [
      { email: "other@example.org", primary: false, verified: true },
      { email: "octo@example.org", primary: true, verified: true },
    ],
  });
  const claims = { sub: "7", name: "octo", email: "octo@example.org", email_verified: true };
  expect(await fetchGithubClaims("a token", api)).toEqual(claims);
});

test("an unverified primary address stays unverified, whatever else is verified", async () => {
  const api = await serve({
    "/user": USER,
    "/user/emails": [
      { email: "other@example.org", primary: false, verified: true },
      { email: "octo@example.org", primary: true, verified: false },
    ],
  });
  expect(await fetchGithubClaims("a token", api)).toMatchObject({ email_verified: false });
});

test("an account without addresses has none", async () => {
  const api = await serve({ "/user": USER, "/user/emails": [] });
  expect(await fetchGithubClaims("a token", api)).toEqual({ sub: "7", name: "octo" });
});

test("a refusal of GitHub is an error", async () => {
  const api = await serve({ "/user": USER });
  await expect(fetchGithubClaims("a token", api)).rejects.toThrow("GitHub answered 401");
});
