import type { Cost } from "#bench/token-path/to-measurements.ts";
import type { Measurement } from "#scripts/bench/bench.ts";
import { quantile } from "#scripts/bench/quantile.ts";
import type { CallCounts } from "#scripts/bench/system/count-calls.ts";

export type { Cost };

type Costs = ReadonlyMap<string, readonly Cost[]>;

/** The figures, from the costs by contender and load and from what the router wrote down. */
export function toMeasurements(costs: Costs, calls: CallCounts): Measurement[] {
  return [
    ...toLatency(costs),
    ...toThroughput(costs),
    ...toPacedTime(costs),
    {
      figure: `calls beyond one an answer, of ${calls.answers}`,
      value: (100 * calls.extra) / calls.answers,
      unit: "%",
      goal: null,
    },
  ];
}

function toLatency(costs: Costs): Measurement[] {
  const added = (name: string, load: string, share: number): number =>
    firstToken(costs, `${name} ${load}`, share) - firstToken(costs, `provider ${load}`, share);
  const beside = (load: string, share: number, reference: string) => ({
    value: added("ours", load, share),
    unit: "ms",
    reference: added(reference, load, share),
  });
  const halved: Measurement["goal"] = { of: "ratio", atMost: 0.5 };
  return [
    {
      figure: "added to the first token, one at a time, median, beside fetch",
      ...beside("alone", 0.5, "fetch"),
      goal: halved,
    },
    {
      figure: "the same, beside dispatch",
      ...beside("alone", 0.5, "dispatch"),
      goal: { of: "value", atMost: 1 },
    },
    {
      figure: "added, 16 at once, 20 ms a token, median, beside fetch",
      ...beside("64 tokens", 0.5, "fetch"),
      goal: halved,
    },
    { figure: "the same, p95", ...beside("64 tokens", 0.95, "fetch"), goal: null },
  ];
}

function toThroughput(costs: Costs): Measurement[] {
  const both = (pick: (cost: Cost) => number, reference: string) => ({
    value: of(costs, "ours flat-out", pick),
    unit: "requests/s",
    reference: of(costs, `${reference} flat-out`, pick),
  });
  const perSecond = ({ firstTokensMs, elapsedMs }: Cost): number => (firstTokensMs.length * 1_000) / elapsedMs;
  const perCore = ({ firstTokensMs, cpuMs }: Cost): number => (firstTokensMs.length * 1_000) / cpuMs;
  return [
    {
      figure: "16 at once, answers of 64 tokens without a pace",
      ...both(perSecond, "fetch"),
      goal: { of: "ratio", atLeast: 3 },
    },
    // Client and provider share the machine with whoever is measured; its own processor time is its own.
    { figure: "the same, a core", ...both(perCore, "fetch"), goal: { of: "ratio", atLeast: 3 } },
    { figure: "the same, a core, beside dispatch", ...both(perCore, "dispatch"), goal: null },
  ];
}

function toPacedTime(costs: Costs): Measurement[] {
  const cpu = ({ cpuMs, tokens }: Cost): number => (cpuMs * 1_000) / tokens;
  const database = ({ databaseMs, tokens }: Cost): number => (databaseMs * 1_000) / tokens;
  const paced = (["500 tokens", "64 tokens"] as const).map((load): Measurement => ({
    figure: `16 streams, 20 ms a token, ${load} an answer, beside dispatch`,
    value: of(costs, `ours ${load}`, cpu),
    unit: "µs/token",
    reference: of(costs, `dispatch ${load}`, cpu),
    goal: { of: "ratio", atMost: 1.5 },
  }));
  return [
    ...paced,
    {
      figure: "the same, 64 tokens, beside fetch",
      value: of(costs, "ours 64 tokens", cpu),
      unit: "µs/token",
      reference: of(costs, "fetch 64 tokens", cpu),
      goal: null,
    },
    {
      figure: "PostgreSQL's own time beside it, 64 tokens",
      value: of(costs, "ours 64 tokens", database),
      unit: "µs/token",
      goal: null,
    },
  ];
}

function firstToken(costs: Costs, name: string, share: number): number {
  return quantile(
    (costs.get(name) ?? []).flatMap(({ firstTokensMs }) => firstTokensMs),
    share,
  );
}

function of(costs: Costs, name: string, value: (cost: Cost) => number): number {
  return quantile((costs.get(name) ?? []).map(value), 0.5);
}
