import type { Logger } from "#server/ports/logger.ts";
import { toAppError } from "#server/errors.ts";

/** Does `work` now and then again and again, `pauseMs` after it was done; a failure is logged and the next turn comes. Returns the way to stop. */
export function every(pauseMs: number, work: () => Promise<unknown>, logger: Logger): () => void {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  const turn = async (): Promise<void> => {
    await work().catch((error: unknown) => logger.warn({ error: toAppError(error) }, "a periodic task failed"));
    if (!isStopped) timer = setTimeout(() => void turn(), pauseMs);
  };
  void turn();
  return () => {
    isStopped = true;
    if (timer) clearTimeout(timer);
  };
}
