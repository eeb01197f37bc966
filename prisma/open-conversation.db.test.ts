import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countBuffers, type Cost } from "#scripts/testing/count-buffers.ts";
import { insertConversation } from "#scripts/testing/insert-conversation.ts";
import { insertChain } from "#scripts/testing/insert-chain.ts";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import { listConversations } from "#server/domains/conversations/list-conversations.ts";
import { createConversationRepository } from "#server/domains/conversations/repository.ts";
import { listMessages } from "#server/domains/messages/list-messages.ts";
import { createMessageRepository } from "#server/domains/messages/repository.ts";

const userId = uuidv7();
const PAGE = 50;
const chains = new Map<number, string>();
let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
  for (const length of [10, 100, 1_000, 10_000]) {
    chains.set(length, await insertChain(db.database, { userId, length }));
  }
  // So many that no plan reads a small table whole.
  for (let other = 0; other < 1_000; other += 1) await insertConversation(db.database, { userId });
  await db.database.pool.query("vacuum analyze");
});
afterAll(() => db.drop());

/** What opening a page of a conversation of `length` messages touches. */
async function open(length: number, limit: number, before?: string): Promise<Cost> {
  const conversationId = chains.get(length) ?? "";
  return countBuffers(db.database.pool, async (pool) => {
    const ctx = {
      clock: { now: () => new Date() },
      conversations: createConversationRepository({ pool }),
      messages: createMessageRepository({ ...db.database, pool }),
    };
    const page = await listMessages(ctx, { userId }, { conversationId, limit, ...(before ? { before } : {}) });
    expect(page.messages).toHaveLength(Math.min(length, limit));
  });
}

test("opening a conversation touches as many pages for 10 messages as for 10,000", async () => {
  const [short, long] = [await open(10, 10), await open(10_000, 10)];
  expect(short.buffers).toBeGreaterThan(10);
  // Two of some seven pages more or less for each row: an index leaf or a row may lie across two.
  expect(Math.abs(long.buffers - short.buffers)).toBeLessThanOrEqual(20);
});

test("a whole page touches as many for 100 messages as for 10,000", async () => {
  const [short, middle, long] = [await open(100, PAGE), await open(1_000, PAGE), await open(10_000, PAGE)];
  expect(Math.abs(middle.buffers - short.buffers)).toBeLessThanOrEqual(PAGE + 2);
  expect(Math.abs(long.buffers - short.buffers)).toBeLessThanOrEqual(PAGE + 2);
});

test("what stands above costs the same in the middle of 10,000 messages as at their end", async () => {
  const { rows } = await db.database.pool.query<{ id: string }>(
    "select id from messages where user_id = $1 and conversation_id = $2 order by created_at offset 5000 limit 1",
    [userId, chains.get(10_000)],
  );
  const [end, middle] = [await open(10_000, PAGE), await open(10_000, PAGE, rows[0]?.id)];
  expect(Math.abs(middle.buffers - end.buffers)).toBeLessThanOrEqual(PAGE + 2);
});

test("no table is read from end to end, and no statement is sent for each message", async () => {
  const { scannedTables, statements } = await open(10_000, PAGE);
  expect(scannedTables).toEqual([]);
  expect(statements).toBeLessThanOrEqual(2);
});

test("the list of conversations reads its page of them and no message", async () => {
  const list = (limit: number) =>
    countBuffers(db.database.pool, (pool) =>
      listConversations({ conversations: createConversationRepository({ pool }) }, { userId }, { limit }),
    );
  const cost = await list(40);
  expect(cost.scannedTables).toEqual([]);
  expect(cost.buffers).toBeLessThan(200);
});
