import { setTimeout as wait } from "node:timers/promises";

const AGAIN_AFTER_MS = 100;
const AT_MOST_MS = 20_000;

/** Does it until it works: what it reads may be away at the moment. Throws what it threw last after 20 seconds. */
export async function persist<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (const end = Date.now() + AT_MOST_MS; ; await wait(AGAIN_AFTER_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
