import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestContainer, type TestContainer } from "#scripts/testing/test-container.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { createInvitation } from "./create-invitation.ts";
import { deleteInvitation } from "./delete-invitation.ts";
import { signUp } from "./sign-up.ts";

const PASSWORD = "correct horse battery";
const DAY_MS = 24 * 60 * 60 * 1000;

let container: TestContainer;
let ctx: ServerContext;
let admin: Actor;

beforeAll(async () => {
  container = await createTestContainer({ SIGN_UP: "invitation" });
  ctx = container.context;
  const { id } = await signUp(ctx, { email: "admin@example.org", password: PASSWORD });
  admin = { userId: id, sessionId: id, role: "admin" };
});

afterAll(async () => {
  await container.close();
});

test("an invitation lets one person in, once, with its role", async () => {
  const { code } = await createInvitation(ctx, admin, { role: "admin", daysValid: 7 });
  const emails = ["one@example.org", "two@example.org", "three@example.org"];
  const outcomes = await Promise.allSettled(
    emails.map((email) => signUp(ctx, { email, password: PASSWORD, invitationCode: code })),
  );
  const accounts = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  expect(accounts.map(({ role }) => role)).toEqual(["admin"]);
});

test("without a code, or with a made-up one, nobody comes in", async () => {
  const input = { email: "none@example.org", password: PASSWORD };
  await expect(signUp(ctx, input)).rejects.toMatchObject({ reason: "invitation-required" });
  const madeUp = signUp(ctx, { ...input, invitationCode: "made up" });
  await expect(madeUp).rejects.toMatchObject({ reason: "invitation-invalid" });
});

test("an invitation for one address serves no other, and stays good for the right one", async () => {
  const { code } = await createInvitation(ctx, admin, { email: " Bob@Example.org", role: "user", daysValid: 7 });
  const other = signUp(ctx, { email: "eve@example.org", password: PASSWORD, invitationCode: code });
  await expect(other).rejects.toMatchObject({ reason: "invitation-invalid" });
  const bob = await signUp(ctx, { email: "bob@example.org", password: PASSWORD, invitationCode: code });
  expect(bob.role).toBe("user");
});

test("an invitation is not used up by a sign-up that fails", async () => {
  const { code } = await createInvitation(ctx, admin, { role: "user", daysValid: 7 });
  const taken = signUp(ctx, { email: "admin@example.org", password: PASSWORD, invitationCode: code });
  await expect(taken).rejects.toMatchObject({ reason: "email-taken" });
  const account = await signUp(ctx, { email: "carol@example.org", password: PASSWORD, invitationCode: code });
  expect(account.role).toBe("user");
});

test("an invitation expires", async () => {
  const { code } = await createInvitation(ctx, admin, { role: "user", daysValid: 1 });
  container.passMs(DAY_MS);
  const late = signUp(ctx, { email: "late@example.org", password: PASSWORD, invitationCode: code });
  await expect(late).rejects.toMatchObject({ reason: "invitation-invalid" });
});

test("an invitation that was taken back lets nobody in, and cannot be taken back twice", async () => {
  const { code, invitation } = await createInvitation(ctx, admin, { role: "user", daysValid: 7 });
  await deleteInvitation(ctx, invitation);
  const late = signUp(ctx, { email: "late@example.org", password: PASSWORD, invitationCode: code });
  await expect(late).rejects.toMatchObject({ reason: "invitation-invalid" });
  await expect(deleteInvitation(ctx, invitation)).rejects.toMatchObject({ code: "not-found" });
});

test("an invitation holds only while whoever made it is an administrator (no back door)", async () => {
  const { code: inviterCode } = await createInvitation(ctx, admin, { role: "admin", daysValid: 7 });
  const fields = { password: PASSWORD, invitationCode: inviterCode };
  const inviter = await signUp(ctx, { email: "inviter@example.org", ...fields });
  const actor: Actor = { userId: inviter.id, sessionId: inviter.id, role: "admin" };
  const { code } = await createInvitation(ctx, actor, { role: "admin", daysValid: 7 });
  await ctx.accounts.updateUser(inviter.id, { role: "user" });
  const guest = signUp(ctx, { email: "guest@example.org", password: PASSWORD, invitationCode: code });
  await expect(guest).rejects.toMatchObject({ reason: "invitation-invalid" });
});

test("the code itself is not kept", async () => {
  const { code, invitation } = await createInvitation(ctx, admin, { role: "user", daysValid: 7 });
  const kept = await ctx.accounts.listInvitations();
  expect(kept.map(({ id }) => id)).toContain(invitation.id);
  expect(JSON.stringify(kept)).not.toContain(code);
});
