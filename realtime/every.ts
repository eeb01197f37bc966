import type { Logger } from "#server/ports/logger.ts";
import { toAppError } from "#server/errors.ts";

/** A task that goes on failing is said again after so long, not at every turn. */
const SAY_AGAIN_AFTER_MS = 30_000;

/** Does `work` now and then again and again, `pauseMs` after it was done; a failure is logged and the next turn comes. Returns the way to stop. */
export function every(pauseMs: number, work: () => Promise<unknown>, logger: Logger): () => void {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  let saidAt = -Infinity;
  const complain = (error: unknown): void => {
    if (performance.now() - saidAt < SAY_AGAIN_AFTER_MS) return;
    saidAt = performance.now();
    logger.warn({ error: toAppError(error) }, "a periodic task fails");
  };
  const turn = async (): Promise<void> => {
    await work().then(() => (saidAt = -Infinity), complain);
    if (!isStopped) timer = setTimeout(() => void turn(), pauseMs);
  };
  void turn();
  return () => {
    isStopped = true;
    if (timer) clearTimeout(timer);
  };
}
