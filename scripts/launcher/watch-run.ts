import { setTimeout as wait } from "node:timers/promises";
import { killGroup } from "#scripts/processes/kill-group.ts";
import { askHealth } from "./ask-health.ts";
import type { ProcessRun } from "./start-run.ts";

const POLL_UNTIL_READY_MS = 50;
const POLL_MS = 2_000;

export type RunEvents = {
  onReady: () => void;
  /** It answered nothing for long, and is ended. */
  onSilent: () => void;
};

/** Asks a process how it is until it ends or is told to leave, and ends one that was ready and then answers nothing any more. */
export async function watchRun(run: ProcessRun, silentAnswersMax: number, events: RunEvents): Promise<void> {
  let wasReady = false;
  let silentAnswers = 0;
  while (isRunning(run) && !run.isLeaving) {
    run.health = await askHealth(run.port);
    if (run.health === "ready" && !wasReady) events.onReady();
    wasReady ||= run.health === "ready";
    silentAnswers = wasReady && run.health === "silent" ? silentAnswers + 1 : 0;
    if (silentAnswers >= silentAnswersMax && isRunning(run) && !run.isLeaving) {
      events.onSilent();
      return killGroup(run.child);
    }
    await wait(wasReady ? POLL_MS : POLL_UNTIL_READY_MS);
  }
}

function isRunning({ child }: ProcessRun): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}
