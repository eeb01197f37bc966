import { adminProcedure, router } from "#server/transport/trpc/procedures.ts";
import { listHealth } from "./list-health.ts";

/** How providers do, for administrators. */
export const healthRouter = router({
  list: adminProcedure.query(({ ctx }) => listHealth(ctx.server, ctx.actor)),
});
