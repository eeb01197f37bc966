import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createRecordedUserChannel, type RecordedUserChannel } from "#scripts/testing/recorded-user-channel.ts";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { createCaller, router } from "#server/transport/trpc/procedures.ts";
import { settingsRouter } from "./router.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";

let container: TestContainer;
let userChannel: RecordedUserChannel;
const userId = uuidv7();
beforeAll(async () => {
  container = await createTestContainer();
});
afterAll(() => container.close());
beforeEach(() => {
  userChannel = createRecordedUserChannel();
});

const call = (actorId = userId) =>
  createCaller(router({ settings: settingsRouter }))({
    server: { ...container.context, userChannel },
    actor: { userId: actorId, sessionId: uuidv7(), role: "user" },
    ipAddress: "127.0.0.1",
  }).settings;

test("the defaults hold for who never chose anything", async () => {
  expect(await call(uuidv7()).get()).toEqual(DEFAULT_SETTINGS);
});

test("a change keeps the other settings, and is told to the person's open pages", async () => {
  expect(await call().update({ theme: "dark" })).toEqual({ ...DEFAULT_SETTINGS, theme: "dark" });
  const change = { language: "de", customInstructions: "Be brief.", sendWithEnter: false } as const;
  expect(await call().update(change)).toEqual({ ...DEFAULT_SETTINGS, ...change, theme: "dark" });
  expect(await call().update({ language: null })).toMatchObject({ language: null, theme: "dark" });
  expect(await call().get()).toEqual({ ...DEFAULT_SETTINGS, ...change, theme: "dark", language: null });
  const told = { userId, event: { type: "settings-changed" } };
  expect(userChannel.published).toEqual([told, told, told]);
});

test("two changes at the same moment, the first ones of a person, are both kept", async () => {
  const newcomer = call(uuidv7());
  await Promise.all([newcomer.update({ theme: "light" }), newcomer.update({ customInstructions: "Hi" })]);
  expect(await newcomer.get()).toMatchObject({ theme: "light", customInstructions: "Hi" });
});

test("nobody's change touches another person's settings", async () => {
  await call(uuidv7()).update({ theme: "light" });
  expect((await call().get()).theme).toBe("dark");
});

test("what is no setting, or too long, is refused", async () => {
  const update = (input: object) => call().update(input);
  await expect(update({ theme: "purple" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(update({ isAdmin: true })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(update({ customInstructions: "x".repeat(8_001) })).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("characters that the database cannot hold are left out", async () => {
  expect(await call().update({ customInstructions: "a\0b", defaultModelId: "demo/\0demo" })).toMatchObject({
    customInstructions: "ab",
    defaultModelId: "demo/demo",
  });
});

test("an empty change changes nothing", async () => {
  const before = await call().get();
  expect(await call().update({})).toEqual(before);
});
