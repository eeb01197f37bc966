import type { Actor, ServerContext } from "#server/context.ts";
import { requireGeneration } from "./policy.ts";

type Needs = Pick<ServerContext, "generations" | "liveGenerations" | "userChannel">;

/**
 * Ends the person's running generation wherever it runs; what was produced stays. A generation that
 * has ended stays as it is. Throws AppError `not-found`. Safe to repeat.
 */
export async function stopGeneration(
  ctx: Needs,
  actor: Pick<Actor, "userId">,
  input: { generationId: string },
): Promise<void> {
  const { userId } = actor;
  const { generationId } = input;
  const live = ctx.liveGenerations.find(userId, generationId);
  live?.halt("stopped");
  // Written down also where it runs here: whoever goes on with it, should this process die now, must know.
  const stopping = await ctx.generations.requestStop(userId, generationId);
  if (live) return;
  if (!stopping) return void requireGeneration(await ctx.generations.find(userId, generationId));
  await ctx.userChannel.publish(userId, { type: "generation-stop-requested", generationId });
}
