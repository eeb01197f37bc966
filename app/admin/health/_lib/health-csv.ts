import type { HealthView } from "#contracts/deployment-health.ts";
import { toCsv } from "../../_lib/to-csv.ts";

const COLUMNS = [
  "model",
  "connection",
  "modelName",
  "region",
  "state",
  "breaker",
  "calls",
  "failed",
  "retried",
  "hedged",
  "failedOver",
  "firstTokenP50Ms",
  "firstTokenP95Ms",
  "inFlight",
];

/** The last five minutes of every deployment as a CSV text, one a row; its columns are named as the API names them. */
export function healthCsv({ deployments }: HealthView): string {
  const rows = deployments.map(({ counts, breaker, ...health }) => [
    health.modelId,
    health.connectionLabel,
    health.modelName,
    health.region,
    health.state,
    breaker.state,
    counts.calls,
    counts.failed,
    counts.retried,
    counts.hedged,
    counts.failedOver,
    health.firstTokenP50Ms,
    health.firstTokenP95Ms,
    health.inFlight,
  ]);
  return toCsv([COLUMNS, ...rows]);
}
