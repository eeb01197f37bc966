import type { RealtimeName } from "#scripts/chaos/plan/plan.ts";
import type { Database } from "#server/adapters/postgres/database.ts";
import type { Container } from "#server/container.ts";
import type { CuttableLine } from "./cuttable-line.ts";
import type { KeptProcess } from "./kept-process.ts";
import type { KillablePostgres } from "./killable-postgres.ts";
import type { KillableRedis } from "./killable-redis.ts";

/** A running system with everything that can be struck. It stays up over all seeds of a run. */
export type ChaosCluster = {
  postgres: KillablePostgres;
  redis: KillableRedis | null;
  /** By name; `web` only where it takes part. */
  processes: ReadonlyMap<string, KeptProcess>;
  /** The ways to the realtime processes, the only ones that clients take. */
  lines: ReadonlyMap<RealtimeName, CuttableLine>;
  /** The harness's own use cases, in no process that is struck. */
  container: Container;
  /** A look behind them. */
  database: Database;
  /** The simulator's model of this name as everybody may use it. */
  toModelId: (modelName: string) => string;
  /** Where the web process answers; null where it takes no part. */
  webUrl: string | null;
  /** What the processes said, for who looks for a reason. */
  logFolder: string;
  /** Ends everything and removes its files, but for the logs where somebody will want them. */
  stop: (options: { keepsLogs: boolean }) => Promise<void>;
};
