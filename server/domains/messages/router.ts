import { router, userProcedure } from "#server/transport/trpc/procedures.ts";
import { listMessages } from "./list-messages.ts";
import { listMessagesSchema } from "./schema.ts";

/** The messages of a person's conversations. They are sent over the socket. */
export const messagesRouter = router({
  list: userProcedure.input(listMessagesSchema).query(({ ctx, input }) => listMessages(ctx.server, ctx.actor, input)),
});
