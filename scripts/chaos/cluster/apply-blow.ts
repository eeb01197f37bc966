import { setTimeout as wait } from "node:timers/promises";
import { runSql } from "#scripts/testing/run-sql.ts";
import type { Blow } from "#scripts/chaos/plan/plan.ts";
import type { ChaosCluster } from "./chaos-cluster.ts";

const CUT_CONNECTIONS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

/** Strikes the cluster. Resolves when what was struck is on its way back, and for a pause when that is over. */
export async function applyBlow(cluster: ChaosCluster, blow: Blow): Promise<void> {
  switch (blow.kind) {
    case "kill":
      return cluster.processes.get(blow.target)?.signal("SIGKILL");
    case "drain":
      return cluster.processes.get(blow.target)?.signal("SIGTERM");
    case "pause":
      cluster.processes.get(blow.target)?.signal("SIGSTOP");
      await wait(blow.durationMs);
      return cluster.processes.get(blow.target)?.signal("SIGCONT");
    case "cut-sockets":
      return cluster.lines.get(blow.target)?.cut();
    case "cut-database-connections":
      return runSql(cluster.postgres.url, CUT_CONNECTIONS).catch(() => undefined);
    case "stop-postgres":
      return cluster.postgres.strike(blow.how);
    case "kill-redis":
      return cluster.redis?.kill();
    case "flush-redis":
      return cluster.redis?.flush();
  }
}
