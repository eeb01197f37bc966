import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { freePort } from "#scripts/testing/free-port.ts";
import { insertConversation } from "#scripts/testing/insert-conversation.ts";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import { createTestEnv } from "#scripts/testing/test-env.ts";

const USER_ID = "01900000-0000-7000-8000-000000000001";

let db: TestDatabase;
const children: ChildProcess[] = [];
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** Starts the workers as the launcher does; `waitForLine` resolves at the first log line that holds the words. */
async function start(args: string[], databaseUrl = db.acrossUsersUrl) {
  const port = await freePort();
  const { AUTH_SECRET, ENCRYPTION_KEYS, TOKEN_PRIVATE_KEY } = createTestEnv(databaseUrl);
  const secrets = { AUTH_SECRET, ENCRYPTION_KEYS, TOKEN_PRIVATE_KEY };
  const child = spawn(process.execPath, ["workers/main.ts", ...args], {
    env: { NODE_ENV: "test", ...secrets, DATABASE_URL: databaseUrl, WORKERS_PORT: String(port), LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout });
  const waitForLine = (words: string) =>
    new Promise<string>((resolve) => {
      lines.on("line", (line) => {
        if (line.includes(words)) resolve(line);
      });
    });
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
  return { child, waitForLine, ask, exited: once(child, "exit") };
}

test("the workers do their work, tell how they are, and leave when they are asked to", async () => {
  const deletedAt = new Date(Date.UTC(2020, 0, 1));
  await insertConversation(db.database, { userId: USER_ID, deletedAt });
  const { child, waitForLine, ask, exited } = await start([]);
  const [, purged] = await Promise.all([waitForLine("workers started"), waitForLine("purge deleted conversations")]);
  expect(purged).toContain('"count":1');
  expect(await ask("/healthz")).toBe(200);
  expect(await ask("/readyz")).toBe(200);
  expect(await ask("/anything")).toBe(404);
  child.kill("SIGTERM");
  expect(await exited).toEqual([0, null]);
});

test("without its database the process lives and is not ready", async () => {
  const { waitForLine, ask } = await start([], `postgres://nobody@127.0.0.1:${await freePort()}/nothing`);
  await waitForLine("workers started");
  expect(await ask("/healthz")).toBe(200);
  expect(await ask("/readyz")).toBe(503);
});

test("a worker that does not exist is refused by name", async () => {
  const { child, exited } = await start(["billing"]);
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = await exited;
  expect(code).toBe(1);
  expect(said).toContain("No such worker: billing. There are: maintenance.");
});
