import { setTimeout as wait } from "node:timers/promises";
import type { ChaosClient } from "./clients/chaos-client.ts";
import { persist } from "./clients/persist.ts";
import type { Stage } from "./clients/stage.ts";
import type { ChaosCluster } from "./cluster/chaos-cluster.ts";
import { SETTLE_WITHIN_MS } from "./settle-within.ts";

const LOOK_EVERY_MS = 40;

const COUNT_OPEN = `select count(*)::integer as open from generations
  where user_id = any($1::uuid[]) and status in ('queued', 'running')`;

/**
 * Waits until everything that was struck is back, every answer has ended and every client was told so, at most
 * `SETTLE_WITHIN_MS` from when the cluster is whole; what is open then is written down. Returns how long it took.
 */
export async function settle(cluster: ChaosCluster, stage: Stage, clients: readonly ChaosClient[]): Promise<number> {
  await Promise.all([...cluster.processes.values()].map((process) => process.untilReady()));
  const wholeAt = performance.now();
  const told = new Set<string>();
  while (performance.now() - wholeAt < SETTLE_WITHIN_MS) {
    stopStalled(stage, clients, told);
    const isHeard = stage.journal.asked.every(({ outcome }) => outcome !== "waiting");
    const isQuiet = isHeard && clients.every((client) => client.isQuiet) && (await countOpen(cluster, stage)) === 0;
    if (isQuiet) return performance.now() - wholeAt;
    await wait(LOOK_EVERY_MS);
  }
  for (const client of clients) complain(stage, client);
  return performance.now() - wholeAt;
}

/** A provider that fell silent is waited for until somebody stops it; what was refused as long as another answer ran may begin late. */
function stopStalled({ journal }: Stage, clients: readonly ChaosClient[], told: Set<string>): void {
  for (const { client: name, modelName, generationId, outcome } of journal.asked) {
    if (!modelName.startsWith("sim-stall") || outcome !== "acknowledged" || told.has(generationId)) continue;
    told.add(generationId);
    journal.stoppedIds.add(generationId);
    const client = clients.find((candidate) => candidate.name === name);
    void client?.request({ type: "generation.stop", generationId });
  }
}

async function countOpen(cluster: ChaosCluster, { userIds }: Stage): Promise<number> {
  const { rows } = await persist(() => cluster.database.pool.query<{ open: number }>(COUNT_OPEN, [userIds]));
  return rows[0]?.open ?? 0;
}

function complain({ journal }: Stage, client: ChaosClient): void {
  for (const { generationId, shown } of client.views.running) {
    const sentence = `was not told the end within ${SETTLE_WITHIN_MS} ms and shows epoch ${shown.epoch}, seq ${shown.seq}; last: ${client.recent.toString()}`;
    journal.complaints.push({ client: client.name, generationId, sentence });
  }
  for (const sentence of client.unanswered)
    journal.complaints.push({ client: client.name, generationId: null, sentence });
}
