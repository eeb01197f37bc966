import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { insertConversation } from "#scripts/testing/insert-conversation.ts";
import { insertMessage } from "#scripts/testing/insert-message.ts";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import { createConversationRepository, type ConversationRepository } from "./repository.ts";

let db: TestDatabase;
let conversations: ConversationRepository;
let userId: string;
const otherUserId = uuidv7();

beforeAll(async () => {
  db = await createTestDatabase();
  conversations = createConversationRepository(db.database);
});
afterAll(() => db.drop());
beforeEach(() => {
  userId = uuidv7();
});

const add = (given: Partial<Parameters<typeof insertConversation>[1]> = {}) =>
  insertConversation(db.database, { userId, ...given });

test("lists the conversation that changed last first, and goes on behind a cursor", async () => {
  const ids: string[] = [];
  for (let day = 1; day <= 5; day += 1) ids.unshift(await add({ at: new Date(Date.UTC(2026, 0, day)) }));
  const first = await conversations.list(userId, null, 2);
  expect(first.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  const rest = await conversations.list(userId, first.at(-1) ?? null, 10);
  expect(rest.map(({ id }) => id)).toEqual(ids.slice(2));
});

test("neither skips nor repeats conversations that changed in the same millisecond", async () => {
  const at = new Date(Date.UTC(2026, 0, 1));
  const ids = [await add({ at }), await add({ at }), await add({ at })].toReversed();
  const seen: string[] = [];
  for (let after = null, page = await conversations.list(userId, after, 1); page[0];) {
    seen.push(page[0].id);
    page = await conversations.list(userId, page[0], 1);
  }
  expect(seen).toEqual(ids);
});

test("finds a conversation as it was stored", async () => {
  const at = new Date(Date.UTC(2026, 4, 1, 10, 0, 0, 123));
  const id = await add({ title: "Bread", at });
  expect(await conversations.find(userId, id)).toEqual({
    id,
    title: "Bread",
    titleSource: "first-words",
    modelId: null,
    currentLeafId: null,
    createdAt: at,
    updatedAt: at,
    isRunning: false,
  });
});

test("says that an answer is being written while its generation runs, and only then", async () => {
  const id = await add();
  const generation = [userId, uuidv7(), id, uuidv7(), uuidv7(), new Date()];
  await db.database.pool.query(
    `insert into generations (user_id, id, conversation_id, answer_id, parent_id, model_id, status, heartbeat_at, created_at)
     values ($1, $2, $3, $4, $5, 'demo/demo', 'running', $6, $6)`,
    generation,
  );
  expect((await conversations.find(userId, id))?.isRunning).toBe(true);
  expect((await conversations.list(userId, null, 1))[0]?.isRunning).toBe(true);
  await db.database.pool.query(
    "update generations set status = 'ended' where user_id = $1 and id = $2",
    generation.slice(0, 2),
  );
  expect((await conversations.find(userId, id))?.isRunning).toBe(false);
});

test("shows and changes nothing of another person's", async () => {
  const id = await add();
  const messageId = await insertMessage(db.database, { userId, conversationId: id });
  expect(await conversations.list(otherUserId, null, 10)).toEqual([]);
  expect(await conversations.find(otherUserId, id)).toBeNull();
  expect(await conversations.rename(otherUserId, id, "Mine")).toBe(false);
  expect(await conversations.setModelTitle(otherUserId, id, "Mine")).toBe(false);
  expect(await conversations.delete(otherUserId, id, new Date())).toBe(false);
  expect(await conversations.restore(otherUserId, id)).toBe(false);
  expect(await conversations.selectBranch(otherUserId, id, messageId)).toBeNull();
  expect(await conversations.find(userId, id)).toMatchObject({ title: "A title", currentLeafId: null });
});

test("a deleted conversation is invisible until it is restored", async () => {
  const id = await add();
  const messageId = await insertMessage(db.database, { userId, conversationId: id });
  expect(await conversations.delete(userId, id, new Date())).toBe(true);
  expect(await conversations.delete(userId, id, new Date())).toBe(false);
  expect(await conversations.find(userId, id)).toBeNull();
  expect(await conversations.list(userId, null, 10)).toEqual([]);
  expect(await conversations.rename(userId, id, "Gone")).toBe(false);
  expect(await conversations.setModelTitle(userId, id, "Gone")).toBe(false);
  expect(await conversations.selectBranch(userId, id, messageId)).toBeNull();
  expect(await conversations.restore(userId, id)).toBe(true);
  expect(await conversations.restore(userId, id)).toBe(true);
  expect(await conversations.find(userId, id)).toMatchObject({ id, title: "A title" });
});

test("a person's title is never replaced by a model's, and a model's only once", async () => {
  const id = await add();
  expect(await conversations.setModelTitle(userId, id, "By a model")).toBe(true);
  expect(await conversations.setModelTitle(userId, id, "By another model")).toBe(false);
  expect(await conversations.rename(userId, id, "By me")).toBe(true);
  expect(await conversations.setModelTitle(userId, id, "By a model")).toBe(false);
  expect((await conversations.find(userId, id))?.title).toBe("By me");
});

test("turns to the newest leaf under a message", async () => {
  const id = await add();
  let minute = 0;
  const say = (parentId: string | null) =>
    insertMessage(db.database, {
      userId,
      conversationId: id,
      parentId,
      at: new Date(Date.UTC(2026, 0, 1, 0, minute++)),
    });
  const root = await say(null);
  const left = await say(root);
  const right = await say(root);
  const rightEnd = await say(right);
  const leftOlderLeaf = await say(left);
  const leftNewerLeaf = await say(left);
  expect(await conversations.selectBranch(userId, id, right)).toBe(rightEnd);
  expect((await conversations.find(userId, id))?.currentLeafId).toBe(rightEnd);
  expect(await conversations.selectBranch(userId, id, left)).toBe(leftNewerLeaf);
  expect(await conversations.selectBranch(userId, id, leftOlderLeaf)).toBe(leftOlderLeaf);
  expect(await conversations.selectBranch(userId, id, root)).toBe(leftNewerLeaf);
  expect((await conversations.find(userId, id))?.currentLeafId).toBe(leftNewerLeaf);
});

test("turns to no message of another conversation", async () => {
  const [id, otherId] = [await add(), await add()];
  const elsewhere = await insertMessage(db.database, { userId, conversationId: otherId });
  expect(await conversations.selectBranch(userId, id, elsewhere)).toBeNull();
  expect((await conversations.find(userId, id))?.currentLeafId).toBeNull();
});
