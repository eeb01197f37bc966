import { v7 as createId } from "uuid";
import type { Actor, ServerContext } from "#server/context.ts";
import { startSession } from "#server/domains/accounts/index.ts";

type Needs = Pick<ServerContext, "accounts" | "clock">;

/** So many new people, each signed in. */
export async function createPeople(ctx: Needs, count: number): Promise<Actor[]> {
  const people: Actor[] = [];
  for (let made = 0; made < count; made++) people.push(await createPerson(ctx));
  return people;
}

async function createPerson(ctx: Needs): Promise<Actor> {
  const id = createId();
  const person = { id, email: `${id}@example.org`, name: null, passwordHash: null, emailVerifiedAt: null };
  const terms = { unlessFirst: null, invitationCodeHash: null, identity: null };
  const account = await ctx.accounts.createUser({ ...person, createdAt: ctx.clock.now() }, terms);
  const { sessionId } = await startSession(ctx, id, { userAgent: null, ipAddress: "127.0.0.1" });
  return { userId: id, sessionId, role: account.role };
}
