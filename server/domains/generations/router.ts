import { router, userProcedure } from "#server/transport/trpc/procedures.ts";
import { queueAnswer, queueMessage } from "./queue-answer.ts";
import { queueAnswerSchema, queueMessageSchema, stopGenerationSchema } from "./schema.ts";
import { stopGeneration } from "./stop-generation.ts";

/** A person's answers, for those who have no socket open: what they ask for is written by whichever process is free. */
export const generationsRouter = router({
  send: userProcedure
    .input(queueMessageSchema)
    .mutation(({ ctx, input }) => queueMessage(ctx.server, ctx.actor, input)),
  regenerate: userProcedure
    .input(queueAnswerSchema)
    .mutation(({ ctx, input }) => queueAnswer(ctx.server, ctx.actor, input)),
  stop: userProcedure
    .input(stopGenerationSchema)
    .mutation(({ ctx, input }) => stopGeneration(ctx.server, ctx.actor, input)),
});
