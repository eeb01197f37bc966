import { expect, test } from "vitest";
import { startTestProxy } from "#scripts/testing/start-test-proxy.ts";
import { createTestDatabase } from "#scripts/testing/test-database.ts";
import type { Logger } from "#server/ports/logger.ts";
import { StandingClient } from "./standing-client.ts";

const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} };

test("a server that stops is noticed by who only listens, and heard again when it goes on", async () => {
  const testDatabase = await createTestDatabase();
  const proxy = await startTestProxy(testDatabase.acrossUsersUrl);
  const reconnected = Promise.withResolvers<void>();
  const heard = Promise.withResolvers<string | undefined>();
  const client = new StandingClient({
    databaseUrl: proxy.url,
    logger: silent,
    greeting: "listen standing_client_test",
    onNotification: ({ payload }) => heard.resolve(payload),
    onReconnected: reconnected.resolve,
    askEveryMs: 50,
    answerWithinMs: 200,
  });
  await client.stand();
  const first = await client.get();
  proxy.freeze();
  await new Promise((resolve) => first.once("end", resolve));
  await expect(client.get()).rejects.toThrow();
  proxy.thaw();
  await reconnected.promise;
  await (await client.get()).query("select pg_notify('standing_client_test', 'hello')");
  expect(await heard.promise).toBe("hello");
  await client.close();
  await proxy.close();
  await testDatabase.drop();
});
