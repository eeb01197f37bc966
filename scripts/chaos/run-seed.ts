import { setTimeout as wait } from "node:timers/promises";
import { v7 as createId } from "uuid";
import { createRandom } from "#scripts/make-data/random.ts";
import { checkEvidence } from "./checker/check-evidence.ts";
import type { Evidence, Leniency, Violation } from "./checker/evidence.ts";
import { readEvidence } from "./checker/read-evidence.ts";
import { ChaosClient } from "./clients/chaos-client.ts";
import { createDoor } from "./clients/create-door.ts";
import { Journal } from "./clients/journal.ts";
import { persist } from "./clients/persist.ts";
import { playClient } from "./clients/play-client.ts";
import type { Stage } from "./clients/stage.ts";
import { applyBlow } from "./cluster/apply-blow.ts";
import type { ChaosCluster } from "./cluster/chaos-cluster.ts";
import { createPeople } from "./cluster/create-people.ts";
import type { Blow, Plan } from "./plan/plan.ts";
import { settle } from "./settle.ts";
import type { TakeoverWatch } from "./takeover-watch.ts";

/** An answer that is whole waits five seconds for a log that is away, and is then stored without it: on a busy machine a restart takes as long. */
const LOG_WAITS_MS = 4_000;

/** What a seed came to. */
export type SeedResult = {
  plan: Plan;
  evidence: Evidence;
  violations: Violation[];
  durationMs: number;
  settleMs: number;
};

/** Where seeds are played: the cluster, and who watches it from outside. */
export type Arena = { cluster: ChaosCluster; watch: TakeoverWatch };

/** Plays a plan on the cluster, waits until all is quiet, reads everything back and judges it. */
export async function runSeed({ cluster, watch }: Arena, plan: Plan, leniency: Leniency): Promise<SeedResult> {
  const people = await persist(() => createPeople(cluster.container.context, plan.accounts));
  const journal = new Journal();
  const names = plan.conversations.map(({ account }) => ({
    userId: people[account]?.userId ?? "",
    conversationId: createId(),
  }));
  const conversationIds = names.map(({ conversationId }) => conversationId);
  const userIds = names.map(({ userId }) => userId);
  const startedAt = performance.now();
  const stage: Stage = { startedAt, conversationIds, userIds, journal, toModelId: cluster.toModelId };
  const clients = plan.clients.map((client, index) => {
    const actor = people[client.account];
    if (!actor) throw new Error(`${client.name} has no account`);
    return new ChaosClient({
      name: client.name,
      conversationIds: client.conversations.flatMap((place) => conversationIds[place] ?? []),
      door: createDoor(cluster, actor, client.realtime),
      random: createRandom(plan.seed * 1_000 + index),
      journal,
    });
  });
  const databaseAwayMs: number[] = [];
  await Promise.all([
    ...clients.map((client, index) => playClient(stage, client, plan.clients[index]?.steps ?? [])),
    ...plan.blows.map(async (blow) => databaseAwayMs.push(await strike(cluster, startedAt, blow))),
  ]);
  const settleMs = await settle(cluster, stage, clients);
  for (const client of clients) client.close();
  const reading = { context: cluster.container.context, pool: cluster.database.pool, takeovers: () => watch.takeovers };
  const evidence = await persist(() => readEvidence(reading, journal, names));
  const violations = checkEvidence(evidence, {
    ...leniency,
    mayLoseLog: leniency.mayLoseLog || databaseAwayMs.reduce((sum, ms) => sum + ms, 0) > LOG_WAITS_MS,
  });
  return { plan, evidence, violations, durationMs: performance.now() - startedAt, settleMs };
}

/** Returns how long nobody could ask the database for it, in milliseconds. */
async function strike(cluster: ChaosCluster, startedAt: number, blow: Blow): Promise<number> {
  await wait(Math.max(0, startedAt + blow.atMs - performance.now()));
  const struckAt = performance.now();
  await applyBlow(cluster, blow);
  if (blow.kind !== "stop-postgres") return 0;
  await persist(() => cluster.database.pool.query("select 1"));
  return performance.now() - struckAt;
}
