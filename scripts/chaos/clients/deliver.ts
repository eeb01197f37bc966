import { setTimeout as wait } from "node:timers/promises";
import type { Asked } from "#scripts/chaos/checker/evidence.ts";
import type { Reply } from "./client-requests.ts";

/** A person tries again what was refused only for the moment; so often, and after so long. */
const ATTEMPTS_MAX = 20;
const AGAIN_AFTER_MS = 250;

/** Who finds the answer above still being written gives up sooner, but not at once: the first attempt may have got in. */
const BUSY_ATTEMPTS_MAX = 6;

/** Asks until it is acknowledged or refused for good, which has to be with the same ids each time, and writes down which. */
export async function deliver(asked: Asked, ask: () => Promise<Pick<Reply, "code" | "isRetryable">>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { code, isRetryable } = await ask();
    if (code === null) {
      asked.outcome = "acknowledged";
      return;
    }
    if (!isRetryable || attempt >= (code === "busy" ? BUSY_ATTEMPTS_MAX : ATTEMPTS_MAX)) {
      asked.outcome = { refusedWith: code };
      return;
    }
    await wait(AGAIN_AFTER_MS);
  }
}
