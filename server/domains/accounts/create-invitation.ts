import { randomBytes } from "node:crypto";
import { v7 as createId } from "uuid";
import type { Actor, ServerContext } from "#server/context.ts";
import type { Invitation, Role } from "./account.ts";
import { hashCode } from "./hash-code.ts";
import { parseEmail } from "./parse-email.ts";

type Needs = Pick<ServerContext, "accounts" | "clock">;

const CODE_BYTES = 24;
const DAY_MS = 24 * 60 * 60 * 1000;

export type CreateInvitationInput = { email?: string | undefined; role: Role; daysValid: number };

/** Makes an invitation. Its code can be read here and never again. */
export async function createInvitation(
  ctx: Needs,
  actor: Actor,
  input: CreateInvitationInput,
): Promise<{ code: string; invitation: Invitation }> {
  const createdAt = ctx.clock.now();
  const code = randomBytes(CODE_BYTES).toString("base64url");
  const invitation: Invitation = {
    id: createId(),
    email: input.email?.trim() ? parseEmail(input.email) : null,
    role: input.role,
    createdBy: actor.userId,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + input.daysValid * DAY_MS),
    acceptedBy: null,
    acceptedAt: null,
  };
  await ctx.accounts.createInvitation(invitation, hashCode(code));
  return { code, invitation };
}
