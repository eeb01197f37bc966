import type { Progress } from "#scripts/install/progress.mjs";
import type { SupervisedProcess } from "./supervise.ts";

/** The sockets last: their pages then talk to a web process that is new already. */
const ORDER = ["workers", "web", "realtime"];

/**
 * Replaces the processes one after the other, each by one that is ready before the earlier one goes. The first that does
 * not start ends it: what runs then goes on.
 */
export async function restartProcesses(
  processes: readonly SupervisedProcess[],
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const inOrder = processes.toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  for (const process of inOrder) {
    const step = progress.begin(`Restarting ${process.name}`);
    try {
      await process.replace();
      if (signal.aborted) return;
      step.done(`Restarted ${process.name}`);
    } catch (cause) {
      if (signal.aborted) return;
      step.fail(`${process.name} stays as it was`);
      progress.warn(cause instanceof Error ? cause.message : String(cause));
      return;
    }
  }
  progress.line("Everything was restarted");
}
