import type { Database } from "#server/adapters/postgres/database.ts";

/** What one process has seen of one deployment, as it exports it. */
export type HealthShare = { processId: string; deploymentId: string; state: unknown };

/** What the processes tell each other of deployments. */
export type HealthRepository = {
  /** Writes what this process has seen, over what it wrote before. Safe to repeat. */
  save(processId: string, shares: readonly Omit<HealthShare, "processId">[]): Promise<void>;
  /**
   * What was written in the last `withinMs` by others than `exceptProcessId`, at most `limit`, the newest first; null:
   * by anybody. Told twice where it is asked twice: joining it twice changes nothing.
   */
  list(span: { withinMs: number; exceptProcessId: string | null; limit: number }): Promise<HealthShare[]>;
  /** Removes what was written longer ago; returns how many rows went. */
  purge(olderThanMs: number): Promise<number>;
};

const SAVE = `insert into deployment_health (deployment_id, process_id, state, updated_at)
  select i.deployment_id, $1::uuid, i.state, now() from unnest($2::text[], $3::jsonb[]) as i (deployment_id, state)
  on conflict (deployment_id, process_id) do update set state = excluded.state, updated_at = excluded.updated_at`;

const LIST = `select process_id as "processId", deployment_id as "deploymentId", state from deployment_health
  where updated_at > now() - make_interval(secs => $1::double precision / 1000) and ($2::uuid is null or process_id <> $2)
  order by updated_at desc limit $3`;

const PURGE = `delete from deployment_health where updated_at < now() - make_interval(secs => $1::double precision / 1000)`;

/** The shared health in PostgreSQL. */
export function createHealthRepository({ pool }: Pick<Database, "pool">): HealthRepository {
  return {
    async save(processId, shares) {
      const ids = shares.map(({ deploymentId }) => deploymentId);
      const states = shares.map(({ state }) => JSON.stringify(state));
      await pool.query({ name: "health.save", text: SAVE, values: [processId, ids, states] });
    },
    async list({ withinMs, exceptProcessId, limit }) {
      const query = { name: "health.list", text: LIST, values: [withinMs, exceptProcessId, limit] };
      return (await pool.query<HealthShare>(query)).rows;
    },
    purge: async (olderThanMs) => (await pool.query(PURGE, [olderThanMs])).rowCount ?? 0,
  };
}
