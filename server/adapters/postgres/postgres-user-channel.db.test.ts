import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import type { UserEvent } from "#contracts/user-event.ts";
import type { Logger } from "#server/ports/logger.ts";
import { describeUserChannel } from "#server/ports/user-channel.contract.ts";
import { createPostgresUserChannel } from "./postgres-user-channel.ts";

const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} };

describeUserChannel("PostgreSQL", async () => {
  const { url, drop } = await createTestDatabase();
  const [channel, otherChannel] = [createPostgresUserChannel(url, silent), createPostgresUserChannel(url, silent)];
  const stop = async (): Promise<void> => {
    await Promise.all([channel.close(), otherChannel.close()]);
    await drop();
  };
  return { channel, otherChannel, stop };
});

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("a channel whose connection was cut listens again by itself", async () => {
  const { url } = database;
  const channel = createPostgresUserChannel(url, silent);
  const publisher = createPostgresUserChannel(url, silent);
  const userId = createId();
  const heard = new Promise<UserEvent>((resolve) => void channel.subscribe(userId, resolve));
  const noticed = new Promise<void>((resolve) => channel.onGap(resolve));
  await channel.publish(createId(), { type: "models-changed" });
  await database.acrossUsers.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%pg_notify%' and pid <> pg_backend_pid()",
  );
  const calling = setInterval(() => void publisher.publish(userId, { type: "models-changed" }), 50);
  expect(await heard).toEqual({ type: "models-changed" });
  await noticed;
  clearInterval(calling);
  await Promise.all([channel.close(), publisher.close()]);
});

test("publishing without a database is logged and harms nobody", async () => {
  const warnings: string[] = [];
  const logger = { ...silent, warn: (_fields: object, message: string) => warnings.push(message) };
  const channel = createPostgresUserChannel("postgres://nobody@127.0.0.1:9/nothing", logger);
  await channel.publish(createId(), { type: "models-changed" });
  expect(warnings).toEqual(["an event did not reach the other processes"]);
  await channel.close();
});
