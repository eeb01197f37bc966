/** What was called in one minute; `deploymentId` null: of all deployments together. */
export type MeasuredMinute = {
  deploymentId: string | null;
  /** 0 is the last 60 seconds. */
  minutesAgo: number;
  calls: number;
  failed: number;
  retried: number;
  hedged: number;
  failedOver: number;
  firstPartP50Ms: number | null;
  firstPartP95Ms: number | null;
};

/** The calls of the last $1 minutes by minute, from the newest $2 of them. A cluster reads them on one node, because it shares no quantiles. */
export const MEASURE = `select deployment_id as "deploymentId", "minutesAgo", count(*)::integer as calls,
    count(*) filter (where outcome in ('failed', 'cut', 'stalled'))::integer as failed,
    count(*) filter (where kind = 'retry')::integer as retried,
    count(*) filter (where kind = 'hedge')::integer as hedged,
    count(*) filter (where kind = 'failover')::integer as "failedOver",
    percentile_cont(0.5) within group (order by ms) as "firstPartP50Ms",
    percentile_cont(0.95) within group (order by ms) as "firstPartP95Ms"
  from (
    select deployment_id, kind, outcome, floor(extract(epoch from now() - started_at) / 60)::integer as "minutesAgo",
      (extract(epoch from first_part_at - started_at) * 1000)::double precision as ms
    from attempts where started_at > now() - make_interval(mins => $1::integer) and started_at <= now()
    order by started_at desc limit $2) newest
  group by grouping sets ((deployment_id, "minutesAgo"), ("minutesAgo"))`;
