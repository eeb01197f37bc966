import type { ConnectionScope } from "#contracts/connection.ts";
import type { ServerContext } from "#server/context.ts";
import { EVERYBODY } from "#server/ports/user-channel.ts";

/**
 * Tells the open pages of all whom a change of a connection concerns that they can choose among other models now. This
 * process knows of a change of the instance's itself by then, and the others half a second later at the latest.
 */
export async function publishModelsChanged(
  ctx: Pick<ServerContext, "catalogue" | "userChannel">,
  userId: string,
  scope: ConnectionScope,
): Promise<void> {
  // The change is made already: where it cannot be read right now, the next look finds it.
  if (scope === "instance") await ctx.catalogue.refresh().catch(() => null);
  await ctx.userChannel.publish(scope === "instance" ? EVERYBODY : userId, { type: "models-changed" });
}
