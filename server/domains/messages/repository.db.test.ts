import { randomUUID } from "node:crypto";
import { v7 as createId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestProxy } from "#scripts/testing/start-test-proxy.ts";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import { createDatabase } from "#server/adapters/postgres/database.ts";
import { createWriteBatcher } from "#server/adapters/postgres/write-batcher.ts";
import type { NewTurn } from "./message.ts";
import { createMessageRepository, type MessageRepository } from "./repository.ts";
import { turnWrite } from "./turn-write-repository.ts";

let testDatabase: TestDatabase;
/** Reads go to one server by the person's id alone; the batched writes of all people go to all of them. */
let messages: MessageRepository;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const { pool } = testDatabase.database;
  messages = createMessageRepository({ pool, writePool: testDatabase.acrossUsers.writePool });
});
afterAll(() => testDatabase.drop());

function newTurn(given: { conversationId?: string; parentId?: string | null; text?: string; at?: Date } = {}): NewTurn {
  const messageId = createId();
  return {
    conversationId: given.conversationId ?? createId(),
    title: given.text ?? "A title",
    modelId: "demo/demo",
    userMessage: {
      id: messageId,
      parentId: given.parentId ?? null,
      parts: [{ type: "text", text: given.text ?? "Hello" }],
    },
    answer: { id: createId(), parentId: messageId },
    generationId: createId(),
    at: given.at ?? new Date(),
  };
}

/** A conversation of one person: turns one after the other on one branch. */
async function writeBranch(turns: number) {
  const userId = createId();
  const conversationId = createId();
  const ids: string[] = [];
  for (let index = 0; index < turns; index++) {
    const turn = newTurn({ conversationId, parentId: ids.at(-1) ?? null, text: `Question ${index}` });
    await messages.saveTurn(userId, turn);
    ids.push(turn.userMessage?.id ?? "", turn.answer.id);
  }
  return { userId, conversationId, ids };
}

test("a turn is written whole, once, however often and by however many it is sent", async () => {
  const userId = createId();
  const turn = newTurn();
  const isNew = await Promise.all([1, 2, 3].map(() => messages.saveTurn(userId, turn)));
  expect(isNew.filter(Boolean)).toHaveLength(1);
  expect(await messages.saveTurn(userId, turn)).toBe(false);
  const branch = await messages.listBranch(userId, { conversationId: turn.conversationId, before: null, limit: 10 });
  expect(branch.map(({ id, role, status }) => ({ id, role, status }))).toEqual([
    { id: turn.userMessage?.id, role: "user", status: "ended" },
    { id: turn.answer.id, role: "assistant", status: "running" },
  ]);
});

test("a turn whose acknowledgement was lost is the writer's own, and nobody else's", async () => {
  const proxy = await startTestProxy(testDatabase.acrossUsersUrl);
  const database = createDatabase(proxy.url, 5);
  const cut = createMessageRepository(database);
  const [first, turn, userId] = [newTurn(), newTurn(), createId()];
  await cut.saveTurn(userId, first);
  proxy.loseNextCommit();
  expect(await cut.saveTurn(userId, turn)).toBe(true);
  expect(await cut.saveTurn(userId, turn)).toBe(false);
  expect(await messages.saveTurn(userId, turn)).toBe(false);
  await database.close();
  await proxy.close();
});

test("a turn whose acknowledgement was lost is not the writer's any more once another took it over", async () => {
  const [turn, userId, writerToken] = [newTurn(), createId(), randomUUID()];
  const { writePool, pool } = testDatabase.acrossUsers;
  const save = createWriteBatcher(writePool, turnWrite);
  expect(await save({ userId, turn, writerToken })).toBe(true);
  expect(await save({ userId, turn, writerToken })).toBe(true);
  await pool.query("update generations set epoch = 2 where user_id = $1 and id = $2", [userId, turn.generationId]);
  expect(await save({ userId, turn, writerToken })).toBe(false);
});

test("many people write at once, and each gets their own", async () => {
  const people = Array.from({ length: 300 }, () => ({ userId: createId(), turn: newTurn() }));
  const isNew = await Promise.all(people.map(({ userId, turn }) => messages.saveTurn(userId, turn)));
  expect(isNew.every(Boolean)).toBe(true);
  for (const { userId, turn } of people.slice(0, 5)) {
    const place = { conversationId: turn.conversationId, parentId: turn.answer.id, generationId: turn.generationId };
    expect(await messages.findPlace(userId, { ...place, messageIds: [] })).toEqual({
      isDeleted: false,
      parent: { role: "assistant", status: "running" },
      generation: {
        conversationId: turn.conversationId,
        answerId: turn.answer.id,
        parentId: turn.userMessage?.id,
      },
      isTaken: false,
      siblingIds: [],
    });
  }
});

test("several turns of one conversation in one batch leave it standing on the last", async () => {
  const userId = createId();
  const conversationId = createId();
  const turns = [newTurn({ conversationId, text: "first" }), newTurn({ conversationId, text: "second" })];
  await Promise.all(turns.map((turn) => messages.saveTurn(userId, turn)));
  const [, last] = turns;
  const branch = await messages.listBranch(userId, { conversationId, before: null, limit: 10 });
  expect(branch.at(-1)?.id).toBe(last?.answer.id);
  expect(branch[0]?.siblingIds).toEqual(turns.map(({ userMessage }) => userMessage?.id));
});

test("of two different turns under one generation, written at once or one after the other, one is written and the other leaves nothing", async () => {
  const [userId, neighbour] = [createId(), { userId: createId(), turn: newTurn() }];
  const one = newTurn();
  const other = { ...newTurn(), generationId: one.generationId };
  const settled = await Promise.allSettled([
    messages.saveTurn(userId, one),
    messages.saveTurn(neighbour.userId, neighbour.turn),
    messages.saveTurn(userId, other),
  ]);
  expect(settled).toMatchObject([{ value: true }, { value: true }, { reason: { code: "conflict" } }]);
  await expect(messages.saveTurn(userId, other)).rejects.toMatchObject({ code: "conflict" });
  const list = ({ conversationId }: NewTurn) =>
    messages.listBranch(userId, { conversationId, before: null, limit: 10 });
  expect([(await list(one)).length, (await list(other)).length]).toEqual([2, 0]);
  const text = "select id from conversations where user_id = $1";
  expect((await testDatabase.database.pool.query(text, [userId])).rows).toEqual([{ id: one.conversationId }]);
});

test("several processes that write different turns under one generation write one of them", async () => {
  const { pool } = testDatabase.database;
  const others = [1, 2, 3].map(() => createMessageRepository({ pool, writePool: testDatabase.acrossUsers.writePool }));
  const [userId, conversationId, generationId] = [createId(), createId(), createId()];
  const turns = others.map(() => ({ ...newTurn({ conversationId }), generationId }));
  const settled = await Promise.allSettled(
    others.map((repository, index) => repository.saveTurn(userId, turns[index] ?? newTurn())),
  );
  expect(settled.filter(({ status }) => status === "fulfilled")).toEqual([{ status: "fulfilled", value: true }]);
  const text = "select count(*)::integer as count from messages where user_id = $1 and status = 'running'";
  expect((await pool.query<{ count: number }>(text, [userId])).rows).toEqual([{ count: 1 }]);
  expect(await messages.listBranch(userId, { conversationId, before: null, limit: 9 })).toHaveLength(2);
});

test("a conversation that is deleted while a turn is on its way takes nothing", async () => {
  const userId = createId();
  const { conversationId, ...first } = newTurn();
  await messages.saveTurn(userId, { ...first, conversationId });
  const text = "update conversations set deleted_at = now() where user_id = $1 and id = $2";
  await testDatabase.database.pool.query(text, [userId, conversationId]);
  const late = newTurn({ conversationId, parentId: first.answer.id });
  await expect(messages.saveTurn(userId, late)).rejects.toMatchObject({ code: "conflict" });
  expect(await messages.listNodes(userId, conversationId, [late.answer.id])).toEqual([]);
});

test("a text that the database cannot hold fails alone, and the others of its batch are written", async () => {
  const people = ["fine", "broken \0", "fine too"].map((text) => ({ userId: createId(), turn: newTurn({ text }) }));
  const settled = await Promise.allSettled(people.map(({ userId, turn }) => messages.saveTurn(userId, turn)));
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

test("the branch is listed page by page from its end, oldest first", async () => {
  const { userId, conversationId, ids } = await writeBranch(6);
  const list = async (before: string | null, limit: number) =>
    (await messages.listBranch(userId, { conversationId, before, limit })).map(({ id }) => id);
  expect(await list(null, 5)).toEqual(ids.slice(-5));
  expect(await list(ids.at(-5) ?? "", 100)).toEqual(ids.slice(0, -5));
  expect(await list(ids[0] ?? "", 5)).toEqual([]);
  expect(await list(createId(), 5)).toEqual([]);
});

test("a model reads from the leaf upwards until a bound is reached", async () => {
  const { userId, conversationId, ids } = await writeBranch(6);
  const leafId = ids.at(-1) ?? "";
  const read = async (messagesMax: number, charactersMax: number) =>
    (await messages.readBranch(userId, { conversationId, leafId, messagesMax, charactersMax })).map(({ id }) => id);
  expect(await read(4, 1_000_000)).toEqual(ids.slice(-4));
  expect(await read(1_000, 1_000_000)).toEqual(ids);
  expect((await read(1_000, 60)).length).toBeLessThan(5);
});

test("nothing of one person is found under another's id", async () => {
  const { conversationId, ids } = await writeBranch(1);
  const stranger = createId();
  expect(await messages.listBranch(stranger, { conversationId, before: null, limit: 5 })).toEqual([]);
  expect(await messages.listNodes(stranger, conversationId, ids)).toEqual([]);
  expect(
    await messages.readBranch(stranger, { conversationId, leafId: ids[1] ?? "", messagesMax: 9, charactersMax: 999 }),
  ).toEqual([]);
});
