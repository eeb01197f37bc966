import { setTimeout as wait } from "node:timers/promises";
import type { EmbeddedCluster } from "#scripts/postgres/embedded-cluster.ts";
import type { FrontDoor } from "./front-door/start-front-door.ts";
import type { InstanceLock } from "./take-instance-lock.ts";
import type { SupervisedProcess } from "./supervise.ts";

/** Together they stay below the 5 seconds after which nothing of an instance may be left. */
const PROCESS_GRACE_MS = 2_500;
const DATABASE_GRACE_MS = 2_000;

/** What of an instance runs at this moment; the launch adds each part as it comes. */
export type Instance = {
  frontDoor?: FrontDoor;
  processes: SupervisedProcess[];
  /** The one that runs now: it is another one after a restart. */
  database?: { current: () => EmbeddedCluster; letGo: () => void };
  lock?: InstanceLock;
  /** Does what must be done before new sources run; another process may still run the old ones. */
  prepareRestart?: () => Promise<void>;
};

/**
 * Stops all that runs, the database last, so that what the processes still write is kept. "now" gives no grace: what
 * was committed is safe all the same. Safe to repeat, also while an earlier call is at work.
 */
export async function stopInstance(instance: Instance, manner: "graceful" | "now"): Promise<void> {
  const isGraceful = manner === "graceful";
  instance.frontDoor?.close();
  await instance.lock?.announceStop();
  await Promise.all(instance.processes.map((process) => process.stop(isGraceful ? PROCESS_GRACE_MS : 0)));
  instance.frontDoor?.closeAll();
  instance.database?.letGo();
  await stopDatabase(instance.database?.current(), isGraceful ? DATABASE_GRACE_MS : 0);
  await instance.lock?.release();
}

async function stopDatabase(cluster: EmbeddedCluster | undefined, graceMs: number): Promise<void> {
  if (!cluster) return;
  const late = new AbortController();
  const hurry = wait(graceMs, undefined, { signal: late.signal }).then(
    () => cluster.stop("immediate"),
    () => undefined,
  );
  await cluster.stop("fast");
  late.abort();
  await hurry;
}
