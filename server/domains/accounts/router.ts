import { adminProcedure, publicProcedure, router, userProcedure } from "#server/transport/trpc/procedures.ts";
import { changePassword } from "./change-password.ts";
import { createInvitation } from "./create-invitation.ts";
import { deleteInvitation } from "./delete-invitation.ts";
import { endSessions } from "./end-sessions.ts";
import { getAccount } from "./get-account.ts";
import { getSignUpMode } from "./get-sign-up-mode.ts";
import { listSessions } from "./list-sessions.ts";
import { presentAccount, presentInvitation, presentSession } from "./presenter.ts";
import {
  byIdSchema,
  changePasswordSchema,
  createInvitationSchema,
  signUpSchema,
  updateProfileSchema,
} from "./schema.ts";
import { signUp } from "./sign-up.ts";
import { throttleNetwork } from "./throttle-network.ts";
import { updateProfile } from "./update-profile.ts";

/** Accounts, sessions and invitations. Signing in itself is /api/auth. */
export const accountsRouter = router({
  me: userProcedure.query(async ({ ctx }) => presentAccount(await getAccount(ctx.server, ctx.actor))),
  signUpMode: publicProcedure.query(({ ctx }) => getSignUpMode(ctx.server)),
  signUp: publicProcedure.input(signUpSchema).mutation(async ({ ctx, input }) => {
    const giveBack = await throttleNetwork(ctx.server, ctx.ipAddress);
    await signUp(ctx.server, input);
    await giveBack();
    return {};
  }),
  updateProfile: userProcedure.input(updateProfileSchema).mutation(async ({ ctx, input }) => {
    await updateProfile(ctx.server, ctx.actor, input);
    return {};
  }),
  changePassword: userProcedure.input(changePasswordSchema).mutation(async ({ ctx, input }) => {
    await changePassword(ctx.server, ctx.actor, { ...input, ipAddress: ctx.ipAddress });
    return {};
  }),
  listSessions: userProcedure.query(async ({ ctx }) => {
    const sessions = await listSessions(ctx.server, ctx.actor);
    return sessions.map((session) => presentSession(session, ctx.actor.sessionId));
  }),
  endSession: userProcedure.input(byIdSchema).mutation(async ({ ctx, input }) => {
    await endSessions(ctx.server, ctx.actor.userId, input);
    return {};
  }),
  endOtherSessions: userProcedure.mutation(async ({ ctx }) => {
    await endSessions(ctx.server, ctx.actor.userId, { exceptId: ctx.actor.sessionId });
    return {};
  }),
  endAllSessions: userProcedure.mutation(async ({ ctx }) => {
    await endSessions(ctx.server, ctx.actor.userId, { exceptId: null });
    return {};
  }),
  listInvitations: adminProcedure.query(async ({ ctx }) =>
    (await ctx.server.accounts.listInvitations()).map(presentInvitation),
  ),
  createInvitation: adminProcedure.input(createInvitationSchema).mutation(async ({ ctx, input }) => {
    const { code, invitation } = await createInvitation(ctx.server, ctx.actor, input);
    return { ...presentInvitation(invitation), code };
  }),
  deleteInvitation: adminProcedure.input(byIdSchema).mutation(async ({ ctx, input }) => {
    await deleteInvitation(ctx.server, input);
    return {};
  }),
});
