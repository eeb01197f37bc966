import { router, userProcedure } from "#server/transport/trpc/procedures.ts";
import { stopGenerationSchema } from "./schema.ts";
import { stopGeneration } from "./stop-generation.ts";

/** A person's running answers, for those who have no socket open. */
export const generationsRouter = router({
  stop: userProcedure
    .input(stopGenerationSchema)
    .mutation(({ ctx, input }) => stopGeneration(ctx.server, ctx.actor, input)),
});
