import type { Progress } from "#scripts/install/progress.mjs";
import { findBuiltSources } from "./find-built-sources.ts";
import { hashSources } from "./hash-sources.ts";
import type { Instance } from "./stop-instance.ts";
import type { SupervisedProcess } from "./supervise.ts";

/** The sockets last: their pages then talk to a web process that is new already. */
const ORDER = ["workers", "web", "realtime"];

export type RestartOptions = { root: string; isDevelopment: boolean; progress: Progress; signal: AbortSignal };

/**
 * Brings the database up to date and replaces the processes one after the other, each by one that is ready before the
 * earlier one goes. The first thing that does not succeed ends it: what runs then goes on.
 */
export async function restartProcesses(instance: Instance, options: RestartOptions): Promise<void> {
  const { root, progress, signal } = options;
  if (options.isDevelopment) return progress.line("Nothing is restarted: npm run dev takes up every change by itself");
  if (instance.processes.length === 0) return progress.line("Nothing is restarted: the processes are about to start");
  try {
    await instance.prepareRestart?.();
    await warnOfOldPages(root, progress);
    const inOrder = instance.processes.toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
    for (const process of inOrder) {
      await replace(process, progress);
      if (signal.aborted) return;
    }
    progress.line("Everything was restarted");
  } catch (cause) {
    if (!signal.aborted) progress.warn(cause instanceof Error ? cause.message : String(cause));
  }
}

async function replace(process: SupervisedProcess, progress: Progress): Promise<void> {
  const step = progress.begin(`Restarting ${process.name}`);
  try {
    await process.replace();
    step.done(`Restarted ${process.name}`);
  } catch (cause) {
    step.fail(`${process.name} stays as it was`);
    throw cause;
  }
}

/** A build is made where the present one is read from, so it needs a start. */
async function warnOfOldPages(root: string, progress: Progress): Promise<void> {
  const built = await findBuiltSources(root);
  if (built === null || built === (await hashSources(root))) return;
  progress.warn("The pages changed since they were built, and stay as they are: stop and start to build them");
}
