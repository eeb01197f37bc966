import type { Bench, Measurement } from "#scripts/bench/bench.ts";
import { quantile } from "#scripts/bench/quantile.ts";
import { startBenchSystem } from "#scripts/bench/system/start-bench-system.ts";
import type { FirstTokens } from "./first-token/first-tokens.ts";
import { type Beside, measureBeside } from "./first-token/measure-beside.ts";
import { type Hedged, measureHedged } from "./first-token/measure-hedged.ts";
import { measureIdle } from "./first-token/measure-idle.ts";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 3);
/** Of 50 tokens a second each. */
const STREAMS = Number(process.env["BENCH_STREAMS"] ?? 400);
const MODEL = "lean-8@20";
/** Five calls in a hundred take three seconds. */
const SLOW_MODEL = "lean-16@20~5";

export const bench: Bench = {
  description: `What the platform adds to the time to the first token: idle, beside ${STREAMS} streams (BENCH_STREAMS), and where some calls are slow`,
  run: async () => {
    const system = await startBenchSystem({ routed: [MODEL, SLOW_MODEL, "lean-500@20"] });
    try {
      const idle = await measureIdle(system, MODEL, ROUNDS);
      const hedged = await measureHedged(system, SLOW_MODEL);
      const beside = await measureBeside(system, MODEL, STREAMS);
      return [...toAdded("idle", idle, 3), ...toBeside(beside), ...toHedged(hedged)];
    } finally {
      await system.stop();
    }
  },
};

function toAdded(when: string, { gateway, provider }: FirstTokens, atMost: number): Measurement[] {
  const added = (share: number): number => quantile(gateway, share) - quantile(provider, share);
  const shared = { unit: "ms", goal: { of: "value", atMost } } as const;
  return [
    { figure: `added to the first token, ${when}, median`, value: added(0.5), ...shared },
    { figure: `added to the first token, ${when}, p95`, value: added(0.95), ...shared },
  ];
}

function toBeside(beside: Beside): Measurement[] {
  return [
    ...toAdded(`beside ${STREAMS} streams of 50 tokens/s`, beside, 25),
    {
      figure: "first token of those streams themselves, p95",
      value: quantile(beside.crowd, 0.95),
      unit: "ms",
      goal: null,
    },
    // Less than all of them were meant to get: the machine had no more, and the figures above are of one that is full.
    { figure: "tokens that came through meanwhile", value: beside.tokensPerSecond, unit: "tokens/s", goal: null },
  ];
}

function toHedged({ gateway, provider, calls }: Hedged): Measurement[] {
  const at = (share: number) => ({
    value: quantile(gateway, share),
    unit: "ms",
    reference: quantile(provider, share),
  });
  return [
    { figure: "first token where 5 % of calls take 3 s, p95", ...at(0.95), goal: { of: "value", atMost: 500 } },
    { figure: "the same, p99", ...at(0.99), goal: null },
    {
      figure: `calls beyond one an answer for it, of ${calls.answers}`,
      value: (100 * calls.extra) / calls.answers,
      unit: "%",
      goal: { of: "value", atMost: 7 },
    },
  ];
}
