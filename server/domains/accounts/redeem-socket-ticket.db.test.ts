import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import { createTestEnv } from "#scripts/testing/test-env.ts";
import { createRsaTokenSigner } from "#server/adapters/tokens/rsa-token-signer.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { endSessions } from "./end-sessions.ts";
import { issueSocketTicket } from "./issue-socket-ticket.ts";
import { redeemSocketTicket } from "./redeem-socket-ticket.ts";
import { signUp } from "./sign-up.ts";
import { startSession } from "./start-session.ts";

const PASSWORD = "correct horse battery";
const REFUSED = { code: "unauthenticated" };

let container: TestContainer;
let ctx: ServerContext;
let people = 0;

beforeAll(async () => {
  container = await createTestContainer();
  const { TOKEN_PRIVATE_KEY } = createTestEnv("postgres://unused");
  const { clock } = container.context;
  ctx = { ...container.context, tokenSigner: createRsaTokenSigner(TOKEN_PRIVATE_KEY, clock) };
});

afterAll(async () => {
  await container.close();
});

async function makeActor(): Promise<Actor> {
  people += 1;
  const { id, role } = await signUp(ctx, { email: `person${people}@example.org`, password: PASSWORD });
  const key = await startSession(ctx, id, { ipAddress: "192.0.2.1", userAgent: null });
  return { ...key, role };
}

test("a ticket opens one socket, in the session that it was issued to", async () => {
  const actor = await makeActor();
  expect(await redeemSocketTicket(ctx, await issueSocketTicket(ctx, actor))).toEqual(actor);
});

test("a ticket that was used is refused, also when it is used many times at once", async () => {
  const ticket = await issueSocketTicket(ctx, await makeActor());
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => redeemSocketTicket(ctx, ticket)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(redeemSocketTicket(ctx, ticket)).rejects.toMatchObject(REFUSED);
});

test("a ticket is good for a minute", async () => {
  const ticket = await issueSocketTicket(ctx, await makeActor());
  container.passMs(61_000);
  await expect(redeemSocketTicket(ctx, ticket)).rejects.toMatchObject(REFUSED);
});

test("a ticket of an ended session is refused, though it was issued before the end", async () => {
  const actor = await makeActor();
  const ticket = await issueSocketTicket(ctx, actor);
  await endSessions(ctx, actor.userId, { id: actor.sessionId });
  await expect(redeemSocketTicket(ctx, ticket)).rejects.toMatchObject(REFUSED);
});

test("a ticket gives the role of this moment, not the one at its issue (CVE-2026-44553)", async () => {
  const actor = await makeActor();
  await ctx.accounts.updateUser(actor.userId, { role: "admin" });
  const ticket = await issueSocketTicket(ctx, { ...actor, role: "admin" });
  await ctx.accounts.updateUser(actor.userId, { role: "user" });
  expect((await redeemSocketTicket(ctx, ticket)).role).toBe("user");
});

test("a token for the API opens no socket (CVE-2026-33265)", async () => {
  const { userId, sessionId } = await makeActor();
  const token = await ctx.tokenSigner.sign({ userId, sessionId, tokenId: sessionId }, "api", 60_000);
  await expect(redeemSocketTicket(ctx, token)).rejects.toMatchObject(REFUSED);
});

test("a forged ticket that names another person's session is refused", async () => {
  const victim = await makeActor();
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const forger = createRsaTokenSigner(pem, ctx.clock);
  const ticket = await issueSocketTicket({ tokenSigner: forger }, victim);
  await expect(redeemSocketTicket(ctx, ticket)).rejects.toMatchObject(REFUSED);
});
