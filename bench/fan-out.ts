import { join } from "node:path";
import { z } from "zod";
import type { Bench, Measurement } from "#scripts/bench/bench.ts";
import { readCpuMs } from "#scripts/bench/system/process-usage.ts";
import { type BenchProcess, startProcess } from "#scripts/bench/system/start-process.ts";

const ROUNDS = 3;
const SOCKETS = 501;
/** What is gained is what a beat of 25 ms joins: 50 tokens of the fastest models there are, one of an ordinary one. */
const LOADS = [
  { name: "2,000 tokens a second", modelName: "lean-2000@0.5", tokens: 2_000, goal: { of: "ratio", atLeast: 10 } },
  { name: "500 tokens a second", modelName: "lean-1000@2", tokens: 1_000, goal: null },
  { name: "50 tokens a second", modelName: "lean-200@20", tokens: 200, goal: null },
] as const;
const WARM_UP = "lean-200@5";

const portSchema = z.object({ port: z.int() });
const file = (path: string): string => join(import.meta.dirname, path, "main.ts");

export const bench: Bench = {
  description: `One answer and ${SOCKETS - 1} sockets that watch it: a broadcast at our beat against ws.send a token a viewer`,
  run: async () => {
    const provider = await startProcess(file("../scripts/bench/provider"), portSchema);
    const providerPort = String(provider.ready.port);
    const contenders = {
      ours: await startProcess(file("fan-out/server"), portSchema, { args: [providerPort] }),
      reference: await startProcess(file("fan-out/reference"), portSchema, { args: [providerPort] }),
    };
    const client = await startProcess(file("fan-out/client"), z.object({}));
    try {
      return toMeasurements(await measure(client, contenders));
    } finally {
      for (const process of [client, contenders.ours, contenders.reference, provider]) await process.stop();
    }
  },
};

type Contenders = Record<"ours" | "reference", BenchProcess<{ port: number }>>;

/** Tokens that reached a viewer, for each second of the server's processor, and their bytes. */
type Cost = { perSecond: number; bytes: number };

async function measure(client: BenchProcess<object>, contenders: Contenders): Promise<Map<string, Cost[]>> {
  const costs = new Map<string, Cost[]>();
  const run = async (name: keyof Contenders, modelName: string): Promise<{ cpuMs: number; bytes: number }> => {
    const { pid, ready } = contenders[name];
    const before = readCpuMs(pid);
    const command = { port: ready.port, sockets: SOCKETS, modelName };
    const { bytes } = await client.ask(command, z.object({ bytes: z.int() }));
    return { cpuMs: readCpuMs(pid) - before, bytes };
  };
  for (const name of ["ours", "reference"] as const) await run(name, WARM_UP);
  for (let round = 0; round < ROUNDS; round++) {
    for (const load of LOADS) {
      for (const name of ["ours", "reference"] as const) {
        const { cpuMs, bytes } = await run(name, load.modelName);
        const delivered = load.tokens * (SOCKETS - 1);
        const cost = { perSecond: (delivered * 1_000) / cpuMs, bytes: bytes / delivered };
        costs.set(`${name} ${load.name}`, [...(costs.get(`${name} ${load.name}`) ?? []), cost]);
      }
    }
  }
  return costs;
}

function toMeasurements(costs: ReadonlyMap<string, readonly Cost[]>): Measurement[] {
  const of = (name: string, pick: (cost: Cost) => number): number => median((costs.get(name) ?? []).map(pick));
  return LOADS.flatMap(({ name, goal }) => [
    {
      figure: `tokens that reach a viewer, a core, at ${name}`,
      value: of(`ours ${name}`, ({ perSecond }) => perSecond),
      unit: "tokens/s",
      reference: of(`reference ${name}`, ({ perSecond }) => perSecond),
      goal,
    },
    {
      figure: `bytes of socket, at ${name}`,
      value: of(`ours ${name}`, ({ bytes }) => bytes),
      unit: "B/token",
      reference: of(`reference ${name}`, ({ bytes }) => bytes),
      goal: null,
    },
  ]);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}
