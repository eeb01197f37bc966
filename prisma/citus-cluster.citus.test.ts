import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertConversation } from "#scripts/testing/insert-conversation.ts";
import { insertMessage } from "#scripts/testing/insert-message.ts";
import { createTestDatabase, type TestDatabase } from "#scripts/testing/test-database.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const ask = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await db.acrossUsers.pool.query<Row>(sql, values)).rows;

test("the cluster has three servers that answer", async () => {
  const servers = await ask<{ ok: boolean }>("select isactive and hasmetadata as ok from pg_dist_node");
  expect(servers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
});

test("every table of a person's data lies on both workers, in pieces that stay together", async () => {
  const tables = await ask<{ name: string; column: string; group: number; servers: string }>(
    `select t.table_name::text as name, t.distribution_column as column, t.colocation_id as group,
       count(distinct s.nodeport) as servers
     from citus_tables t join citus_shards s on s.table_name = t.table_name group by 1, 2, 3`,
  );
  expect(tables.map(({ name }) => name)).toContain("messages");
  expect(new Set(tables.map(({ column }) => column))).toEqual(new Set(["user_id"]));
  expect(new Set(tables.map(({ group }) => group)).size).toBe(1);
  expect(tables.filter(({ servers }) => Number(servers) < 2)).toEqual([]);
});

test("the people of a test are spread over the servers, and each person's rows lie together", async () => {
  const places = new Set<string>();
  for (let person = 0; person < 32; person += 1) {
    const userId = uuidv7();
    const conversationId = await insertConversation(db.database, { userId });
    await insertMessage(db.database, { userId, conversationId });
    const [place] = await ask<{ name: string; port: number; together: boolean }>(
      `with shard as (select get_shard_id_for_distribution_column('conversations', $1::uuid) as c,
           get_shard_id_for_distribution_column('messages', $1::uuid) as m)
       select a.nodeport as port, a.nodename || a.nodeport as name, a.groupid = b.groupid as together from shard
       join pg_dist_placement pa on pa.shardid = c join pg_dist_node a on a.groupid = pa.groupid
       join pg_dist_placement pb on pb.shardid = m join pg_dist_node b on b.groupid = pb.groupid`,
      [userId],
    );
    expect(place?.together).toBe(true);
    places.add(place?.name ?? "");
  }
  expect(places.size).toBeGreaterThan(1);
});

test("a statement that needs every server is refused, so that no repository has one unseen", async () => {
  await expect(db.database.pool.query("select count(*) from messages")).rejects.toThrow("multi-task query");
  await expect(db.database.pool.query("delete from conversations where deleted_at < now()")).rejects.toThrow(
    "multi-task query",
  );
  await expect(db.database.prisma.message.count()).rejects.toThrow();
  await expect(db.database.pool.query("select * from messages where user_id = $1", [uuidv7()])).resolves.toBeDefined();
});
