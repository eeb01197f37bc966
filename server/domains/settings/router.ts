import { router, userProcedure } from "#server/transport/trpc/procedures.ts";
import { getSettings } from "./get-settings.ts";
import { updateSettingsSchema } from "./schema.ts";
import { updateSettings } from "./update-settings.ts";

/** A person's own choices. */
export const settingsRouter = router({
  get: userProcedure.query(({ ctx }) => getSettings(ctx.server, ctx.actor.userId)),
  update: userProcedure
    .input(updateSettingsSchema)
    .mutation(({ ctx, input }) => updateSettings(ctx.server, ctx.actor, input)),
});
