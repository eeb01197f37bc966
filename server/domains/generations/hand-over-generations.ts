import type { ServerContext } from "#server/context.ts";

type Needs = Pick<ServerContext, "liveGenerations">;

/** Lets go all that is written here, for other processes to go on with from what is logged; resolves when nothing runs here any more. */
export async function handOverGenerations({ liveGenerations }: Needs): Promise<void> {
  for (const live of liveGenerations.list()) live.halt("handed-over");
  await liveGenerations.whenIdle();
}
