import type { Settings } from "#contracts/settings.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { settingsOwner } from "./policy.ts";
import { presentSettings } from "./presenter.ts";

type Needs = Pick<ServerContext, "settings" | "userChannel">;

/** Changes the given settings, keeps the others, and tells the person's open pages. Safe to repeat. */
export async function updateSettings(
  ctx: Needs,
  actor: Pick<Actor, "userId">,
  change: Partial<Settings>,
): Promise<Settings> {
  const userId = settingsOwner(actor);
  const settings = presentSettings(await ctx.settings.upsert(userId, change));
  await ctx.userChannel.publish(userId, { type: "settings-changed" });
  return settings;
}
