import { startCluster } from "./cluster/start-cluster.ts";
import { leniencyOf } from "./leniency-of.ts";
import type { ChaosOptions } from "./parse-options.ts";
import { makePlan } from "./plan/make-plan.ts";
import type { Plan } from "./plan/plan.ts";
import { describeRun } from "./report/describe-run.ts";
import { describeSeed } from "./report/describe-seed.ts";
import { describeViolations } from "./report/describe-violations.ts";
import { summariseSeed, type SeedSummary } from "./report/summarise-seed.ts";
import { type Arena, runSeed } from "./run-seed.ts";
import { TakeoverWatch } from "./takeover-watch.ts";

/** Plays the seeds on one cluster, printing a line for each, and returns the exit code: 1 where anything was violated. */
export async function runChaos(options: ChaosOptions): Promise<number> {
  const { firstSeed, seeds, minutes } = options;
  if (!options.hasWeb)
    console.log("WEB TAKES NO PART: tickets and pages come from its use cases, not from its process (--web).");
  const startedAt = Date.now();
  const cluster = await startCluster(options);
  const watch = new TakeoverWatch(cluster.database.pool);
  const summaries: SeedSummary[] = [];
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
  console.log(
    `The cluster is up after ${((Date.now() - startedAt) / 1_000).toFixed(1)} s; its logs are in ${cluster.logFolder}`,
  );
  try {
    for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
      const isOver = minutes !== null && Date.now() - startedAt > minutes * 60_000;
      if (isOver || stopping.signal.aborted) break;
      summaries.push(await play({ cluster, watch }, makePlan(seed, options), options));
    }
  } finally {
    await watch.stop();
    await cluster.stop({ keepsLogs: summaries.some(isViolated) });
  }
  console.log(describeRun(summaries, watch.takeovers, (Date.now() - startedAt) / 1_000));
  return summaries.some(isViolated) ? 1 : 0;
}

function isViolated({ violations }: SeedSummary): boolean {
  return violations > 0;
}

async function play(arena: Arena, plan: Plan, { mayBeInterrupted }: ChaosOptions): Promise<SeedSummary> {
  const leniency = leniencyOf(plan, mayBeInterrupted);
  const result = await runSeed(arena, plan, leniency);
  const summary = summariseSeed(result, leniency);
  console.log(describeSeed(summary));
  if (result.violations.length > 0) console.log(describeViolations(result));
  return summary;
}
