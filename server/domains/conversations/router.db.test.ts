import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { insertConversation } from "#scripts/testing/insert-conversation.ts";
import { insertMessage } from "#scripts/testing/insert-message.ts";
import { createRecordedUserChannel, type RecordedUserChannel } from "#scripts/testing/recorded-user-channel.ts";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import { createCaller, router } from "#server/transport/trpc/procedures.ts";
import { purgeDeletedConversations } from "./purge-deleted-conversations.ts";
import { createConversationRepository } from "./repository.ts";
import { conversationsRouter } from "./router.ts";
import { setModelTitle } from "./set-model-title.ts";

let db: TestDatabase;
let container: TestContainer;
let userChannel: RecordedUserChannel;
let userId: string;
beforeAll(async () => {
  [db, container] = await Promise.all([createTestDatabase(), createTestContainer()]);
});
afterAll(() => Promise.all([db.drop(), container.close()]));
beforeEach(() => {
  userId = uuidv7();
  userChannel = createRecordedUserChannel();
});

const getContext = () => ({
  ...container.context,
  userChannel,
  conversations: createConversationRepository(db.database),
});
const call = (actorId: string | null = userId) =>
  createCaller(router({ conversations: conversationsRouter }))({
    server: getContext(),
    actor: actorId === null ? null : { userId: actorId, sessionId: uuidv7(), role: "user" },
    ipAddress: "127.0.0.1",
  }).conversations;
const add = () => insertConversation(db.database, { userId, title: "A title" });

test("lists page by page until there are no more", async () => {
  const ids = [await add(), await add(), await add()].toReversed();
  const first = await call().list({ limit: 2 });
  expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  const second = await call().list({ limit: 2, ...(first.nextCursor ? { cursor: first.nextCursor } : {}) });
  expect(second.items.map(({ id }) => id)).toEqual(ids.slice(2));
  expect(second.nextCursor).toBeNull();
});

test("an altered cursor is refused, not an error of ours", async () => {
  await expect(call().list({ cursor: "made up" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("nobody who is not signed in gets anything", async () => {
  await expect(call(null).list({})).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  await expect(call(null).get({ id: await add() })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});

test("another person's conversation is not told from a missing one (CVE-2026-45349)", async () => {
  const id = await add();
  const messageId = await insertMessage(db.database, { userId, conversationId: id });
  const stranger = call(uuidv7());
  const missing = { code: "NOT_FOUND", message: expect.stringContaining("It may have been deleted") };
  await expect(stranger.get({ id })).rejects.toMatchObject(missing);
  await expect(stranger.get({ id: uuidv7() })).rejects.toMatchObject(missing);
  await expect(stranger.rename({ id, title: "Mine" })).rejects.toMatchObject(missing);
  await expect(stranger.restore({ id })).rejects.toMatchObject(missing);
  await expect(stranger.selectBranch({ id, messageId })).rejects.toMatchObject(missing);
  await stranger.delete({ id });
  expect(await call().get({ id })).toMatchObject({ id, title: "A title" });
  expect(userChannel.published).toEqual([]);
});

test("a new title is told to the person's open pages, and cleaned", async () => {
  const id = await add();
  const renamed = await call().rename({ id, title: "  Bread \n for\0 beginners " });
  expect(renamed.title).toBe("Bread for beginners");
  expect(userChannel.published).toEqual([{ userId, event: { type: "conversation-put", conversation: renamed } }]);
  await expect(call().rename({ id, title: " \n " })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(call().rename({ id, title: "x".repeat(201) })).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("a model's title is given once and never over the person's", async () => {
  const id = await add();
  await setModelTitle(getContext(), userId, { conversationId: id, title: "**Bread**, baked" });
  expect((await call().get({ id })).title).toBe("Bread, baked");
  await setModelTitle(getContext(), userId, { conversationId: id, title: "Another" });
  expect((await call().get({ id })).title).toBe("Bread, baked");
  expect(userChannel.published).toHaveLength(1);
});

test("deleting can be undone, is safe to repeat, and open pages follow", async () => {
  const id = await add();
  await call().delete({ id });
  await call().delete({ id });
  await expect(call().get({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await call().restore({ id })).toMatchObject({ id, title: "A title" });
  expect(userChannel.published.map(({ event }) => event.type)).toEqual(["conversation-deleted", "conversation-put"]);
});

test("turning to a branch makes its newest leaf the current one", async () => {
  const id = await add();
  const root = await insertMessage(db.database, { userId, conversationId: id });
  const answer = await insertMessage(db.database, { userId, conversationId: id, parentId: root, role: "assistant" });
  expect(await call().selectBranch({ id, messageId: root })).toEqual({ currentLeafId: answer });
  expect((await call().get({ id })).currentLeafId).toBe(answer);
  await expect(call().selectBranch({ id, messageId: uuidv7() })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("after thirty days the purge removes what was deleted, and stops when it is told to", async () => {
  const ctx = { ...getContext(), conversations: createConversationRepository(db.acrossUsers) };
  const [gone, kept] = [await add(), await add()];
  await call().delete({ id: gone });
  const stopped = new AbortController();
  stopped.abort();
  container.passMs(29 * 86_400_000);
  expect(await purgeDeletedConversations(ctx, new AbortController().signal)).toBe(0);
  container.passMs(2 * 86_400_000);
  expect(await purgeDeletedConversations(ctx, stopped.signal)).toBe(0);
  expect(await purgeDeletedConversations(ctx, new AbortController().signal)).toBe(1);
  await expect(call().restore({ id: gone })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await call().get({ id: kept })).toMatchObject({ id: kept });
});
