import { setTimeout as wait } from "node:timers/promises";
import type { EmbeddedCluster } from "#scripts/postgres/embedded-cluster.ts";
import { openEmbeddedDatabase, type OpenDatabaseOptions } from "./open-embedded-database.ts";

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 30_000;
/** One that lived so long starts anew with the shortest pause. */
const STABLE_AFTER_MS = 30_000;

export type KeptDatabase = {
  url: string;
  current: () => EmbeddedCluster;
  /** From now on an end is the end. */
  letGo: () => void;
};

/** Keeps the embedded database running until it is let go: again after each end, on the same port. Throws Refusal. */
export async function keepDatabase(options: OpenDatabaseOptions): Promise<KeptDatabase> {
  const opened = await openEmbeddedDatabase(options);
  const letGo = new AbortController();
  let cluster = opened.cluster;
  let startedAt = Date.now();
  const keep = async (): Promise<void> => {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      await cluster.exited;
      if (letGo.signal.aborted) return;
      if (Date.now() - startedAt > STABLE_AFTER_MS) pauseMs = FIRST_PAUSE_MS;
      options.progress.warn(`The database ended; it starts again in ${pauseMs / 1_000} s`);
      await wait(pauseMs, undefined, { signal: letGo.signal }).catch(() => undefined);
      if (letGo.signal.aborted) return;
      startedAt = Date.now();
      // Everybody was told this address at their start, so another port is as good as no database.
      const again = await openEmbeddedDatabase({ ...options, port: opened.port }).catch((cause: unknown) => {
        options.progress.warn(cause instanceof Error ? cause.message : String(cause));
        return null;
      });
      if (again) cluster = again.cluster;
    }
  };
  void keep();
  return { url: opened.url, current: () => cluster, letGo: () => letGo.abort() };
}
