import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messageSchema } from "#contracts/message.ts";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";
import { listConversations } from "#server/domains/conversations/list-conversations.ts";
import { listMessages } from "#server/domains/messages/list-messages.ts";
import { createConversationRepository } from "#server/domains/conversations/repository.ts";
import { createMessageRepository } from "#server/domains/messages/repository.ts";
import { findOwner } from "./find-owner.ts";
import { makeData } from "./make-data.ts";

const NOW = new Date(Date.UTC(2026, 10, 23));
const ORDER = { conversations: 40, messages: 600, seed: 7, now: NOW };

let db: TestDatabase;

const userId = uuidv7();
beforeAll(async () => {
  db = await createTestDatabase();
  await makeData(db.database.pool, { ...ORDER, userId });
});
afterAll(() => db.drop());

const ask = async <Row extends object>(sql: string, values: unknown[] = [userId]) =>
  (await db.database.pool.query<Row>(sql, values)).rows;

test("makes as many conversations and messages as were asked for, of very different lengths", async () => {
  const rows = await ask<{ count: number }>(
    "select count(*)::int as count from messages where user_id = $1 group by conversation_id order by 1",
  );
  const counts = rows.map(({ count }) => count);
  expect(counts).toHaveLength(40);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(600);
  expect(counts[0]).toBeLessThan(5);
  expect(counts.at(-1)).toBeGreaterThan(30);
});

test("every conversation is a tree whose current leaf is a leaf, within the last year", async () => {
  const orphans = await ask(
    `select 1 from messages m where m.user_id = $1 and m.parent_id is not null and not exists (
       select 1 from messages p where p.user_id = $1 and p.conversation_id = m.conversation_id and p.id = m.parent_id
         and p.created_at <= m.created_at and p.role <> m.role)`,
  );
  const wrongLeaves = await ask(
    `select 1 from conversations c where c.user_id = $1 and (c.updated_at > $2 or not exists (
       select 1 from messages m where m.user_id = $1 and m.conversation_id = c.id and m.id = c.current_leaf_id)
       or exists (select 1 from messages m where m.user_id = $1 and m.conversation_id = c.id
         and m.parent_id = c.current_leaf_id))`,
    [userId, NOW],
  );
  const branches = await ask(
    "select 1 from messages where user_id = $1 group by conversation_id, parent_id having count(*) > 1",
  );
  expect(orphans).toEqual([]);
  expect(wrongLeaves).toEqual([]);
  expect(branches.length).toBeGreaterThan(0);
});

test("the product itself lists and opens what was made", async () => {
  const ctx = {
    clock: { now: () => new Date() },
    conversations: createConversationRepository(db.database),
    messages: createMessageRepository(db.database),
  };
  const { items } = await listConversations(ctx, { userId }, { limit: 100 });
  expect(items).toHaveLength(40);
  for (const { id, title } of items) {
    expect(title).not.toBe("");
    const { messages } = await listMessages(ctx, { userId }, { conversationId: id, limit: 200 });
    for (const message of messages) expect(messageSchema.safeParse(message).error).toBeUndefined();
  }
});

test("the same seed makes the same again, another one does not", async () => {
  const read = "select id, title, updated_at from conversations where user_id = $1 order by id";
  const [same, other] = [uuidv7(), uuidv7()];
  await makeData(db.database.pool, { ...ORDER, userId: same });
  await makeData(db.database.pool, { ...ORDER, userId: other, seed: 8 });
  expect(await ask(read, [same])).toEqual(await ask(read));
  expect(await ask(read, [other])).not.toEqual(await ask(read));
});

test("takes the only account there is, and asks which where there are several", async () => {
  const pool = db.database.pool;
  const client = await pool.connect();
  const add = (email: string) =>
    client.query("insert into users (id, email, created_at) values ($1, $2, now())", [uuidv7(), email]);
  await expect(findOwner(client, undefined)).rejects.toThrow("There is no account yet");
  await add("ada@example.org");
  expect(await findOwner(client, undefined)).toMatchObject({ email: "ada@example.org" });
  await add("bob@example.org");
  await expect(findOwner(client, undefined)).rejects.toThrow("--email");
  expect(await findOwner(client, " Bob@example.org ")).toMatchObject({ email: "bob@example.org" });
  await expect(findOwner(client, "eve@example.org")).rejects.toThrow("no account with the address");
  client.release();
});
