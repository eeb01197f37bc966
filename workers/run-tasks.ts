import { setTimeout as wait } from "node:timers/promises";
import type { ServerContext } from "#server/context.ts";
import type { Task } from "./task.ts";

/**
 * Runs every task now and then again in its rhythm, until `signal` aborts; returns when the last
 * one under way has ended. A task that fails is logged, tried again at its next turn, and disturbs
 * no other.
 */
export async function runTasks(ctx: ServerContext, tasks: readonly Task[], signal: AbortSignal): Promise<void> {
  await Promise.all(tasks.map((task) => repeat(ctx, task, signal)));
}

async function repeat(ctx: ServerContext, task: Task, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await runOnce(ctx, task, signal);
    await wait(task.everyMs, undefined, { signal }).catch(ignoreAbort);
  }
}

async function runOnce(ctx: ServerContext, { name, run }: Task, signal: AbortSignal): Promise<void> {
  try {
    const count = await run(ctx, signal);
    if (count > 0) ctx.logger.info({ task: name, count }, "maintenance");
  } catch (error) {
    ctx.logger.error({ task: name, error }, "maintenance failed; it is tried again at its next turn");
  }
}

/** The loop looks at the signal itself. */
function ignoreAbort(): void {}
