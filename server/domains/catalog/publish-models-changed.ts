import type { ConnectionScope } from "#contracts/connection.ts";
import type { ServerContext } from "#server/context.ts";
import { EVERYBODY } from "#server/ports/user-channel.ts";

/** Tells the open pages of all whom a change of a connection concerns that they can choose among other models now. */
export async function publishModelsChanged(
  ctx: Pick<ServerContext, "userChannel">,
  userId: string,
  scope: ConnectionScope,
): Promise<void> {
  await ctx.userChannel.publish(scope === "instance" ? EVERYBODY : userId, { type: "models-changed" });
}
