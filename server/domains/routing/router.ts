import { adminProcedure, router, userProcedure } from "#server/transport/trpc/procedures.ts";
import { listAttempts } from "./list-attempts.ts";
import { listHealth } from "./list-health.ts";
import { namedGenerationSchema } from "./schema.ts";

/** How providers do, for administrators. */
export const healthRouter = router({
  list: adminProcedure.query(({ ctx }) => listHealth(ctx.server, ctx.actor)),
});

/** What it took to get a person's own answers. */
export const attemptsRouter = router({
  list: userProcedure
    .input(namedGenerationSchema)
    .query(({ ctx, input }) => listAttempts(ctx.server, ctx.actor, input)),
});
