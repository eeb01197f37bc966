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
    isUnread: false,
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

test("what was read is read, also where the clock of the answer's writer is ahead of the database's", async () => {
  const id = await add();
  const text = "update conversations set answered_at = now() + interval '5 seconds' where user_id = $1 and id = $2";
  await db.database.pool.query(text, [userId, id]);
  expect((await conversations.find(userId, id))?.isUnread).toBe(true);
  expect(await conversations.markRead(userId, id)).toBe(true);
  expect((await conversations.find(userId, id))?.isUnread).toBe(false);
  expect(await conversations.markRead(userId, id)).toBe(false);
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

/** A conversation deleted in January with a message, its answer, and the two generations that wrote it, with their logs. */
async function addDeleted(): Promise<string> {
  const { pool } = db.database;
  const id = await add({ at: new Date(Date.UTC(2026, 0, 1)), deletedAt: new Date(Date.UTC(2026, 0, 2)) });
  const parentId = await insertMessage(db.database, { userId, conversationId: id });
  const answerId = await insertMessage(db.database, { userId, conversationId: id, parentId, role: "assistant" });
  const [formerId, generationId] = [uuidv7(), uuidv7()];
  await pool.query("update messages set generation_id = $3 where user_id = $1 and conversation_id = $2 and id = $4", [
    userId,
    id,
    generationId,
    answerId,
  ]);
  await pool.query(
    `insert into generations (user_id, id, conversation_id, answer_id, parent_id, model_id, status, heartbeat_at, created_at)
     select $1, generation_id, $3, $4, $5, 'demo/demo', 'ended', now(), now() from unnest($2::uuid[]) generation_id`,
    [userId, [formerId, generationId], id, answerId, parentId],
  );
  await pool.query(
    `insert into generation_parts (user_id, generation_id, seq, epoch, parts)
     select $1, generation_id, 1, 1, '[]' from unnest($2::uuid[]) generation_id`,
    [userId, [formerId, generationId]],
  );
  return id;
}

async function countRows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ["conversations", "messages", "generations", "generation_parts"]) {
    const { rows } = await db.database.pool.query<{ count: number }>(
      `select count(*)::int as count from ${table} where user_id = $1`,
      [userId],
    );
    counts[table] = rows[0]?.count ?? -1;
  }
  return counts;
}

const CUTOFF = new Date(Date.UTC(2026, 1, 1));

test("a purge removes a conversation that was deleted long ago with all that belongs to it, and nothing else", async () => {
  const [gone, kept] = [await addDeleted(), await addDeleted()];
  await conversations.restore(userId, kept);
  expect(await conversations.purge(userId, gone, CUTOFF)).toBe(true);
  expect(await conversations.purge(userId, gone, CUTOFF)).toBe(false);
  expect(await conversations.restore(userId, gone)).toBe(false);
  expect(await countRows()).toEqual({ conversations: 1, messages: 2, generations: 2, generation_parts: 2 });
});

test("a purge leaves alone what is not deleted, was deleted later, or is another person's", async () => {
  const restored = await addDeleted();
  await conversations.restore(userId, restored);
  expect(await conversations.purge(userId, restored, CUTOFF)).toBe(false);
  const later = await addDeleted();
  expect(await conversations.purge(userId, later, new Date(Date.UTC(2026, 0, 1)))).toBe(false);
  expect(await conversations.purge(otherUserId, later, CUTOFF)).toBe(false);
  expect(await countRows()).toEqual({ conversations: 2, messages: 4, generations: 4, generation_parts: 4 });
});

test("finds what waits to be purged across people, the longest gone first", async () => {
  const maintenance = createConversationRepository(db.acrossUsers);
  const long = await add({ deletedAt: new Date(Date.UTC(2020, 0, 1)) });
  const longer = await insertConversation(db.database, {
    userId: otherUserId,
    deletedAt: new Date(Date.UTC(2019, 0, 1)),
  });
  await add({ deletedAt: new Date(Date.UTC(2020, 0, 3)) });
  expect(await maintenance.findDeletedBefore(new Date(Date.UTC(2020, 0, 2)), 10)).toEqual([
    { userId: otherUserId, id: longer },
    { userId, id: long },
  ]);
  expect(await maintenance.findDeletedBefore(new Date(Date.UTC(2020, 0, 2)), 1)).toHaveLength(1);
});
