import {
  type Breaker,
  type DeploymentHealth,
  HEALTH_MINUTES,
  HEALTH_WINDOW_MS,
  type HealthSeries,
  type HealthView,
} from "#contracts/deployment-health.ts";
import { errorCodeSchema } from "#contracts/error-codes.ts";
import { type DeploymentHealth as DeploymentFacts, type HealthBoard, judgeHealth } from "#inference/index.ts";
import type { Machine } from "./find-machines.ts";
import type { MeasuredMinute } from "./measure-attempts-repository.ts";
import type { CatalogueSnapshot, EffectiveDeployment } from "#server/domains/catalog/index.ts";

type Measured = {
  board: HealthBoard;
  minutes: readonly MeasuredMinute[];
  machines: ReadonlyMap<string, Machine>;
  now: number;
};

const WINDOW_MINUTES = HEALTH_WINDOW_MS / 60_000;
const SENTENCE_LENGTH_MAX = 300;
const NOTES_MAX = 20;

/** All deployments of the catalogue, with what was measured of them, as the page gets it. */
export function presentHealth(catalogue: CatalogueSnapshot, { board, minutes, machines, now }: Measured): HealthView {
  const measured = Map.groupBy(minutes, ({ deploymentId }) => deploymentId);
  const deployments = [...catalogue.deployments.values()].map((deployment) =>
    presentDeployment(catalogue, deployment, { board, minutes: measured.get(deployment.id) ?? [], machines, now }),
  );
  const all = measured.get(null) ?? [];
  const inFlight = deployments.reduce((sum, one) => sum + one.inFlight, 0);
  return { at: now, deployments, totals: { ...summarise(all), inFlight, series: toSeries(all) } };
}

function presentDeployment(
  catalogue: CatalogueSnapshot,
  deployment: EffectiveDeployment,
  { board, minutes, machines, now }: Measured,
): DeploymentHealth {
  const { id, modelId, modelName, region, state, connection } = deployment;
  const kin = catalogue.deploymentsOf.get(modelId) ?? [];
  const facts = board.read(id, now);
  const others = kin.filter((other) => other.id !== id).map((other) => board.read(other.id, now));
  return {
    id,
    modelId,
    modelLabel: catalogue.models.get(modelId)?.label ?? modelId,
    connectionLabel: connection.label,
    modelName,
    region: region ?? connection.region,
    state,
    breaker: presentBreaker(facts, others, now),
    ...summarise(minutes),
    inFlight: Math.max(0, facts.inFlight),
    series: minutes.length === 0 ? null : toSeries(minutes),
    errors: facts.failures.slice(0, NOTES_MAX).map(({ code, message, requestId, ...failure }) => ({
      ...failure,
      code: errorCodeSchema.catch("internal").parse(code),
      message: message.slice(0, SENTENCE_LENGTH_MAX),
      requestId: requestId?.slice(0, 200) ?? null,
    })),
    probes: facts.probes
      .slice(0, NOTES_MAX)
      .map(({ at, failureCode }) => ({ at, isOk: failureCode === null, durationMs: null })),
    machine: presentMachine(machines.get(id)),
  };
}

function presentMachine(machine: Machine | undefined): DeploymentHealth["machine"] {
  if (!machine) return null;
  const { running, waiting, kvUse } = machine;
  return {
    running: Math.max(0, Math.round(running)),
    waiting: Math.max(0, Math.round(waiting)),
    cacheShare: kvUse === null ? null : Math.min(1, Math.max(0, kvUse)),
  };
}

function presentBreaker(facts: DeploymentFacts, others: readonly DeploymentFacts[], now: number): Breaker {
  const { reason, detail } = judgeHealth(facts, [facts, ...others], now);
  return {
    state: facts.breaker,
    openUntil: facts.breaker === "closed" ? null : facts.openUntil,
    restUntil: facts.restUntil > now ? facts.restUntil : null,
    isOutlier: reason === "outlier",
    why: reason === "healthy" ? null : detail.slice(0, SENTENCE_LENGTH_MAX),
  };
}

/** Counts are exact; the times are those of the slowest minute, because quantiles cannot be added. */
function summarise(minutes: readonly MeasuredMinute[]) {
  const latest = minutes.filter(({ minutesAgo }) => minutesAgo < WINDOW_MINUTES);
  const sum = (pick: (minute: MeasuredMinute) => number): number => latest.reduce((total, one) => total + pick(one), 0);
  return {
    counts: {
      calls: sum(({ calls }) => calls),
      failed: sum(({ failed }) => failed),
      retried: sum(({ retried }) => retried),
      hedged: sum(({ hedged }) => hedged),
      failedOver: sum(({ failedOver }) => failedOver),
    },
    firstTokenP50Ms: slowest(latest.map(({ firstPartP50Ms }) => firstPartP50Ms)),
    firstTokenP95Ms: slowest(latest.map(({ firstPartP95Ms }) => firstPartP95Ms)),
  };
}

function slowest(times: readonly (number | null)[]): number | null {
  const known = times.filter((ms) => ms !== null);
  return known.length === 0 ? null : Math.round(Math.max(...known));
}

function toSeries(minutes: readonly MeasuredMinute[]): HealthSeries {
  const byAge = new Map(minutes.map((minute) => [minute.minutesAgo, minute]));
  const each = <Value>(pick: (minute: MeasuredMinute) => Value, none: Value): Value[] =>
    Array.from({ length: HEALTH_MINUTES }, (_, index) => {
      const minute = byAge.get(HEALTH_MINUTES - 1 - index);
      return minute ? pick(minute) : none;
    });
  const rounded = (ms: number | null): number | null => (ms === null ? null : Math.round(ms));
  return {
    calls: each(({ calls }) => calls, 0),
    errorShare: each<number | null>(({ calls, failed }) => failed / calls, null),
    firstTokenP50Ms: each(({ firstPartP50Ms }) => rounded(firstPartP50Ms), null),
    firstTokenP95Ms: each(({ firstPartP95Ms }) => rounded(firstPartP95Ms), null),
  };
}
