import type { Measurement } from "#scripts/bench/bench.ts";
import type { RunResult } from "./driver.ts";

/** What one run found, and what it cost the contender's process and the database. */
export type Cost = RunResult & { cpuMs: number; databaseMs: number; elapsedMs: number };

type Costs = ReadonlyMap<string, readonly Cost[]>;

/** The figures, from the costs by contender and load. */
export function toMeasurements(costs: Costs): Measurement[] {
  return [...toThroughput(costs), ...toPacedTime(costs), ...toDatabaseTime(costs), ...toFirstToken(costs)];
}

function toThroughput(costs: Costs): Measurement[] {
  const perCore = ({ cpuMs, tokens }: Cost): number => (tokens * 1_000) / cpuMs;
  const both = (ours: string, reference: string) => ({
    value: of(costs, ours, perCore),
    unit: "tokens/s",
    reference: of(costs, reference, perCore),
  });
  const many = both("ours-many many", "reference-many many");
  return [
    { figure: "a core, 200 streams of 50 tokens a second", ...many, goal: { of: "ratio", atLeast: 2.4 } },
    { figure: "a core, the same", ...many, goal: { of: "value", atLeast: 30_000 } },
    // What waits is read and sent at once, by the reference too: said for the record.
    { figure: "a core, from a provider without a pace", ...both("ours flat-out", "reference flat-out"), goal: null },
  ];
}

function toPacedTime(costs: Costs): Measurement[] {
  const cpu = ({ cpuMs, tokens }: Cost): number => (cpuMs * 1_000) / tokens;
  const bytes = ({ socketBytes, tokens }: Cost): number => socketBytes / tokens;
  return [
    ...(["500 tokens", "64 tokens"] as const).map((load): Measurement => ({
      figure: `16 streams, 20 ms a token, ${load} an answer`,
      value: of(costs, `ours ${load}`, cpu),
      unit: "µs/token",
      reference: of(costs, `pass-through ${load}`, cpu),
      goal: { of: "ratio", atMost: 1.5 },
    })),
    {
      figure: "bytes of socket, the same, 500 tokens",
      value: of(costs, "ours 500 tokens", bytes),
      unit: "B/token",
      reference: of(costs, "reference flat-out", bytes),
      goal: { of: "value", atMost: 40 },
    },
  ];
}

function toDatabaseTime(costs: Costs): Measurement[] {
  return ["500 tokens", "64 tokens", "flat-out"].map((load) => ({
    figure: `PostgreSQL's own time beside it, ${load}`,
    value: of(costs, `ours ${load}`, ({ databaseMs, tokens }) => (databaseMs * 1_000) / tokens),
    unit: "µs/token",
    goal: null,
  }));
}

function toFirstToken(costs: Costs): Measurement[] {
  const first = (name: string, share: number): number =>
    quantile(
      (costs.get(name) ?? []).flatMap(({ firstTokensMs }) => firstTokensMs),
      share,
    );
  return [
    {
      figure: "added to the first token, one at a time, median",
      value: first("ours-alone alone", 0.5) - first("provider-alone alone", 0.5),
      unit: "ms",
      goal: { of: "value", atMost: 3 },
    },
    {
      figure: "added to the first token, 16 streams, p95",
      value: first("ours 64 tokens", 0.95) - first("provider 64 tokens", 0.95),
      unit: "ms",
      goal: { of: "value", atMost: 25 },
    },
  ];
}

function of(costs: Costs, name: string, value: (cost: Cost) => number): number {
  return quantile((costs.get(name) ?? []).map(value), 0.5);
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
}
