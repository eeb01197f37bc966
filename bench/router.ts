import { join } from "node:path";
import { z } from "zod";
import type { Bench } from "#scripts/bench/bench.ts";
import { countCalls } from "#scripts/bench/system/count-calls.ts";
import { measuredFlags } from "#scripts/bench/system/measured-flags.ts";
import { readCpuMs, readFamilyCpuMs } from "#scripts/bench/system/process-usage.ts";
import { type BenchBackend, startBenchBackend } from "#scripts/bench/system/start-bench-backend.ts";
import { type BenchProcess, startProcess } from "#scripts/bench/system/start-process.ts";
import { type Cost, toMeasurements } from "./router/to-measurements.ts";
import { runResultSchema } from "./token-path/driver.ts";

/** `BENCH_ROUNDS=1` takes a minute and a half, and says less. */
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 3);
const STREAMS = 16;
/** What each contender does in each round; `streams` at once, `turns` each. */
const LOADS = {
  alone: { modelName: "lean-8@5", turns: 40, streams: 1, spreadMs: 0 },
  "64 tokens": { modelName: "lean-64@20", turns: 4, streams: STREAMS, spreadMs: 1_000 },
  "500 tokens": { modelName: "lean-500@20", turns: 1, streams: STREAMS, spreadMs: 1_000 },
  "flat-out": { modelName: "lean-64@0", turns: 100, streams: STREAMS, spreadMs: 0 },
};
/** All at once, so that the code is compiled and the router knows how fast its deployments are. */
const WARM_UP_TURNS = 40;
const MODEL_NAMES = Object.values(LOADS).map(({ modelName }) => modelName);

const portSchema = z.object({ port: z.int() });
const file = (name: string): string => join(import.meta.dirname, name, "main.ts");

export const bench: Bench = {
  description:
    "The router behind plain HTTP, all of it, against a fetch and an undici.dispatch that hand bytes on unread: added latency, requests, processor",
  run: async () => {
    const backend = await startBenchBackend(MODEL_NAMES);
    const contenders = await startContenders(backend);
    const client = await startProcess(file("token-path/client"), z.object({}));
    try {
      const costs = await measure(client, { backend, contenders });
      return toMeasurements(costs, await countAll(backend));
    } finally {
      await Promise.all([client, ...Object.values(contenders)].map((process) => process.stop()));
      await backend.stop();
    }
  },
};

type Contenders = Record<"ours" | "dispatch" | "fetch", BenchProcess<{ port: number }>>;
type Name = keyof Contenders | "provider";
type Run = (name: Name, load: keyof typeof LOADS) => Promise<void>;

async function startContenders({ provider, variables, connectionId }: BenchBackend): Promise<Contenders> {
  const args = [String(provider.ready.port)];
  return {
    ours: await startProcess(file("router/server"), portSchema, {
      args: [JSON.stringify(variables), connectionId],
      flags: measuredFlags(),
    }),
    dispatch: await startProcess(file("token-path/pass-through"), portSchema, { args }),
    fetch: await startProcess(file("router/fetch-pass-through"), portSchema, { args }),
  };
}

/** All findings by contender and load, the contenders taking turns. */
async function measure(
  client: BenchProcess<object>,
  { backend, contenders }: { backend: BenchBackend; contenders: Contenders },
): Promise<Map<string, Cost[]>> {
  const processes = { ...contenders, provider: backend.provider };
  const costs = new Map<string, Cost[]>();
  for (const [name, { ready }] of Object.entries(processes))
    for (const streams of [1, STREAMS])
      await client.ask({ type: "open-http", name: `${name} ${streams}`, port: ready.port, streams }, z.unknown());
  const run: Run = async (name, load) => {
    const { pid } = processes[name];
    const { streams, ...order } = LOADS[load];
    const before = { cpuMs: readCpuMs(pid), databaseMs: readFamilyCpuMs(backend.database.pid), at: performance.now() };
    const result = await client.ask({ type: "run", name: `${name} ${streams}`, ...order }, runResultSchema);
    const cost = {
      ...result,
      cpuMs: readCpuMs(pid) - before.cpuMs,
      databaseMs: readFamilyCpuMs(backend.database.pid) - before.databaseMs,
      elapsedMs: performance.now() - before.at,
    };
    costs.set(`${name} ${load}`, [...(costs.get(`${name} ${load}`) ?? []), cost]);
  };
  for (const name of ["ours", "dispatch", "fetch", "provider"] as const) {
    const warmUp = { ...LOADS["flat-out"], turns: WARM_UP_TURNS };
    await client.ask({ type: "run", name: `${name} ${STREAMS}`, ...warmUp }, runResultSchema);
  }
  for (let round = 0; round < ROUNDS; round++) await runAll(run);
  return costs;
}

async function runAll(run: Run): Promise<void> {
  for (const name of ["ours", "dispatch", "fetch"] as const) await run(name, "flat-out");
  for (const name of ["provider", "ours", "dispatch", "fetch"] as const) await run(name, "alone");
  for (const name of ["provider", "ours", "dispatch", "fetch"] as const) await run(name, "64 tokens");
  for (const name of ["ours", "dispatch"] as const) await run(name, "500 tokens");
}

async function countAll({ database }: BenchBackend): Promise<{ answers: number; extra: number }> {
  const counts = await Promise.all(MODEL_NAMES.map((name) => countCalls(database.database, name)));
  const sum = (pick: (count: (typeof counts)[number]) => number): number =>
    counts.reduce((total, count) => total + pick(count), 0);
  return { answers: sum(({ answers }) => answers), extra: sum(({ extra }) => extra) };
}
