import { router, userProcedure } from "#server/transport/trpc/procedures.ts";
import { deleteConversation } from "./delete-conversation.ts";
import { getConversation } from "./get-conversation.ts";
import { listConversations } from "./list-conversations.ts";
import { renameConversation } from "./rename-conversation.ts";
import { restoreConversation } from "./restore-conversation.ts";
import {
  conversationIdSchema,
  listConversationsSchema,
  renameConversationSchema,
  selectBranchSchema,
} from "./schema.ts";
import { selectBranch } from "./select-branch.ts";

/** A person's conversations. */
export const conversationsRouter = router({
  list: userProcedure
    .input(listConversationsSchema)
    .query(({ ctx, input }) => listConversations(ctx.server, ctx.actor, input)),
  get: userProcedure
    .input(conversationIdSchema)
    .query(({ ctx, input }) => getConversation(ctx.server, ctx.actor.userId, input.id)),
  rename: userProcedure
    .input(renameConversationSchema)
    .mutation(({ ctx, input }) => renameConversation(ctx.server, ctx.actor, input)),
  delete: userProcedure
    .input(conversationIdSchema)
    .mutation(({ ctx, input }) => deleteConversation(ctx.server, ctx.actor, input)),
  restore: userProcedure
    .input(conversationIdSchema)
    .mutation(({ ctx, input }) => restoreConversation(ctx.server, ctx.actor, input)),
  selectBranch: userProcedure
    .input(selectBranchSchema)
    .mutation(({ ctx, input }) => selectBranch(ctx.server, ctx.actor, input)),
});
