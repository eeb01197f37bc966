import { v7 as createId } from "uuid";
import type { Database } from "#server/adapters/postgres/database.ts";
import { createRsaTokenSigner } from "#server/adapters/tokens/rsa-token-signer.ts";

/** Somebody who is signed in. */
export type BenchPerson = { userId: string; sessionId: string };

/** Longer than any bench runs: tickets are signed before the clock does. */
const TICKET_LIFETIME_MS = 60 * 60 * 1_000;

/** As many people with a session each, written in two statements. */
export async function insertPeople({ pool }: Pick<Database, "pool">, count: number): Promise<BenchPerson[]> {
  const people = Array.from({ length: count }, () => ({ userId: createId(), sessionId: createId() }));
  const userIds = people.map(({ userId }) => userId);
  await pool.query(
    "insert into users (id, email, created_at) select id, id || '@example.org', now() from unnest($1::uuid[]) id",
    [userIds],
  );
  await pool.query(
    `insert into sessions (user_id, id, created_at, last_seen_at, expires_at)
     select user_id, id, now(), now(), now() + interval '1 day' from unnest($1::uuid[], $2::uuid[]) as i (user_id, id)`,
    [userIds, people.map(({ sessionId }) => sessionId)],
  );
  return people;
}

/** Signs tickets as the web process does; every person needs a new one for every socket. */
export function createTicketSigner(privateKeyPem: string): (people: readonly BenchPerson[]) => Promise<string[]> {
  const signer = createRsaTokenSigner(privateKeyPem, { now: () => new Date() });
  return async (people) =>
    Promise.all(people.map((person) => signer.sign({ ...person, tokenId: createId() }, "socket", TICKET_LIFETIME_MS)));
}
