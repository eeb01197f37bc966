import { join } from "node:path";
import { z } from "zod";
import type { Bench } from "#scripts/bench/bench.ts";
import { readCpuMs, readFamilyCpuMs } from "#scripts/bench/system/process-usage.ts";
import { type BenchSystem, startBenchSystem } from "#scripts/bench/system/start-bench-system.ts";
import { type BenchProcess, startProcess } from "#scripts/bench/system/start-process.ts";
import { type Cost, toMeasurements } from "./token-path/to-measurements.ts";
import { runResultSchema } from "./token-path/driver.ts";

const ROUNDS = 3;
const STREAMS = 16;
/** So many that each token is a read of its own although the core is busy: a queue of them would be read at once. */
const MANY_STREAMS = 200;
/** What each contender does in each round. */
const LOADS = {
  "flat-out": { modelName: "lean-2000@0", turns: 4 },
  many: { modelName: "lean-500@20", turns: 1 },
  "500 tokens": { modelName: "lean-500@20", turns: 1 },
  "64 tokens": { modelName: "lean-64@20", turns: 8 },
};
/** One at a time, for what is added to the time to the first token. */
const ALONE = { modelName: "lean-8@5", turns: 20 };
const WARM_UP = { modelName: "lean-2000@0", turns: 2 };

const portSchema = z.object({ port: z.int() });
const file = (name: string): string => join(import.meta.dirname, "token-path", name, "main.ts");

export const bench: Bench = {
  description:
    "A token's way from the provider to the socket: a core's throughput against fetch and ws.send, paced processor time against an undici pass-through",
  run: async () => {
    const system = await startBenchSystem();
    const providerPort = String(system.provider.ready.port);
    const reference = await startProcess(file("reference"), portSchema, { args: [providerPort] });
    const passThrough = await startProcess(file("pass-through"), portSchema, { args: [providerPort] });
    const client = await startProcess(file("client"), z.object({}));
    try {
      await openDrivers(client, { system, reference, passThrough });
      return toMeasurements(await measure(client, { system, reference, passThrough }));
    } finally {
      await Promise.all([client.stop(), reference.stop(), passThrough.stop()]);
      await system.stop();
    }
  },
};

type Client = BenchProcess<object>;
type Contenders = {
  system: BenchSystem;
  reference: BenchProcess<{ port: number }>;
  passThrough: BenchProcess<{ port: number }>;
};

async function openDrivers(client: Client, { system, reference, passThrough }: Contenders): Promise<void> {
  const [{ port }] = system.gateways;
  const open = (command: object) => client.ask(command, z.unknown());
  const connectionId = system.modelId("").slice(0, -1);
  const counts = { ours: STREAMS, "ours-many": MANY_STREAMS, "ours-alone": 1 };
  for (const [name, count] of Object.entries(counts)) {
    const tickets = await system.signTickets(await system.createPeople(count));
    await open({ type: "open-socket", name, port, tickets, connectionId });
  }
  const referencePort = reference.ready.port;
  await open({ type: "open-reference", name: "reference", port: referencePort, streams: STREAMS });
  await open({ type: "open-reference", name: "reference-many", port: referencePort, streams: MANY_STREAMS });
  await open({ type: "open-http", name: "pass-through", port: passThrough.ready.port, streams: STREAMS });
  await open({ type: "open-http", name: "provider", port: system.provider.ready.port, streams: STREAMS });
  await open({ type: "open-http", name: "provider-alone", port: system.provider.ready.port, streams: 1 });
}

/** All findings by contender and load, the contenders taking turns. */
async function measure(client: Client, { system, reference, passThrough }: Contenders): Promise<Map<string, Cost[]>> {
  const ours = system.gateways[0].pid;
  const pids: Record<string, number> = {
    reference: reference.pid,
    "reference-many": reference.pid,
    "pass-through": passThrough.pid,
  };
  const costs = new Map<string, Cost[]>();
  const run = async (name: string, load: string, order: { modelName: string; turns: number }): Promise<void> => {
    const pid = pids[name] ?? ours;
    const before = { cpuMs: readCpuMs(pid), databaseMs: readFamilyCpuMs(system.databasePid), at: performance.now() };
    const result = await client.ask({ type: "run", name, ...order }, runResultSchema);
    const cost = {
      ...result,
      cpuMs: readCpuMs(pid) - before.cpuMs,
      databaseMs: readFamilyCpuMs(system.databasePid) - before.databaseMs,
      elapsedMs: performance.now() - before.at,
    };
    costs.set(`${name} ${load}`, [...(costs.get(`${name} ${load}`) ?? []), cost]);
  };
  for (const name of ["ours", "reference", "pass-through", "ours-alone"]) await run(name, "warm-up", WARM_UP);
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of ["ours-many", "reference-many"]) await run(name, "many", LOADS.many);
    for (const name of ["ours", "reference"]) await run(name, "flat-out", LOADS["flat-out"]);
    for (const load of ["500 tokens", "64 tokens"] as const)
      for (const name of ["ours", "pass-through"]) await run(name, load, LOADS[load]);
    await run("provider", "64 tokens", LOADS["64 tokens"]);
    for (const name of ["ours-alone", "provider-alone"]) await run(name, "alone", ALONE);
  }
  return costs;
}
