import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import type { ConnectionRecord, ConnectionStore } from "./catalog.ts";
import { createCatalogRepository } from "./repository.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const userId = uuidv7();
const NOW = new Date(Date.UTC(2026, 10, 23, 12));

function makeRecord(scope: "instance" | "personal"): ConnectionRecord {
  return {
    id: uuidv7(),
    scope,
    provider: "openai",
    label: "OpenAI",
    baseUrl: null,
    project: null,
    region: null,
    sealedApiKey: "v1.a.b.c",
    modelNames: ["gpt-5", "gpt-5-mini"],
    createdAt: NOW,
    checkedAt: null,
  };
}

const storeOf = (scope: "instance" | "personal"): ConnectionStore => {
  const catalog = createCatalogRepository(db.database);
  return scope === "instance" ? catalog.instance : catalog.personal(userId);
};

test.each(["instance", "personal"] as const)("keeps connections (%s), the oldest first", async (scope) => {
  const store = storeOf(scope);
  const [one, two] = [makeRecord(scope), makeRecord(scope)];
  await store.insert(two);
  await store.insert(one);
  expect(await store.list()).toEqual([one, two]);
  expect(await store.find(one.id)).toEqual(one);
  const checked = { modelNames: ["gpt-6"], checkedAt: NOW };
  expect(await store.recordCheck(one.id, checked)).toEqual({ ...one, ...checked });
  expect(await store.delete(two.id)).toBe(true);
  expect(await store.delete(two.id)).toBe(false);
  expect(await store.find(two.id)).toBeNull();
  expect(await store.recordCheck(two.id, checked)).toBeNull();
  expect(await store.list()).toEqual([{ ...one, ...checked }]);
});

test("a connection to a cloud is kept with the place in it", async () => {
  const store = storeOf("instance");
  const cloud = { ...makeRecord("instance"), provider: "vertex" as const, project: "ours", region: "europe-west1" };
  await store.insert(cloud);
  expect(await store.find(cloud.id)).toEqual(cloud);
});

test("a server without a key is kept with its address", async () => {
  const store = storeOf("instance");
  const own = {
    ...makeRecord("instance"),
    provider: "openai-compatible" as const,
    baseUrl: "http://localhost:11434/v1",
    sealedApiKey: null,
  };
  await store.insert(own);
  expect(await store.find(own.id)).toEqual(own);
});

test("another person reaches nothing of a person's connection", async () => {
  const mine = makeRecord("personal");
  await storeOf("personal").insert(mine);
  const others = createCatalogRepository(db.database).personal(uuidv7());
  expect(await others.list()).toEqual([]);
  expect(await others.find(mine.id)).toBeNull();
  expect(await others.recordCheck(mine.id, { modelNames: [], checkedAt: NOW })).toBeNull();
  expect(await others.delete(mine.id)).toBe(false);
  expect(await storeOf("personal").find(mine.id)).toEqual(mine);
});

test("a personal connection to an address of one's choice cannot even be stored", async () => {
  const wrong = { ...makeRecord("personal"), baseUrl: "http://169.254.169.254" };
  await expect(storeOf("personal").insert(wrong)).rejects.toThrow("no address");
  for (const place of [{ project: "ours" }, { region: "global" }]) {
    await expect(storeOf("personal").insert({ ...makeRecord("personal"), ...place })).rejects.toThrow("no address");
  }
  await expect(storeOf("personal").insert({ ...makeRecord("personal"), sealedApiKey: null })).rejects.toThrow("key");
});
