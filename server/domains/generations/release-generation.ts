import type { ServerContext } from "#server/context.ts";
import { toAppError } from "#server/errors.ts";
import type { LiveGeneration } from "./live-generation.ts";

type Needs = Pick<ServerContext, "generations" | "generationQueue" | "logger">;

/**
 * Lets a generation go that another process is to go on with from what is logged, and offers it. Returns null, as
 * there is no end. Where the queue cannot be reached it is found in the database a little later. Throws what the database throws.
 */
export async function releaseGeneration(ctx: Needs, { record }: LiveGeneration): Promise<null> {
  const { userId, id: generationId } = record;
  if (!(await ctx.generations.release(record))) return null;
  await ctx.generationQueue.offer({ userId, generationId }).catch((error: unknown) => {
    ctx.logger.warn({ generationId, error: toAppError(error) }, "a generation could not be offered to another process");
  });
  return null;
}
