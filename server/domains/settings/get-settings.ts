import type { Settings } from "#contracts/settings.ts";
import type { ServerContext } from "#server/context.ts";
import { presentSettings } from "./presenter.ts";

type Needs = Pick<ServerContext, "settings">;

/** The person's settings; the defaults where nothing was ever chosen. */
export async function getSettings(ctx: Needs, userId: string): Promise<Settings> {
  return presentSettings(await ctx.settings.find(userId));
}
