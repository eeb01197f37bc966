import { join } from "node:path";
import { z } from "zod";
import type { Bench, Measurement } from "#scripts/bench/bench.ts";
import { type BenchSystem, startBenchSystem } from "#scripts/bench/system/start-bench-system.ts";
import { startProcess } from "#scripts/bench/system/start-process.ts";

/** `BENCH_CLIENTS=10000` takes some ten minutes, and more than two cores to be at ease. */
const CLIENTS = Number(process.env["BENCH_CLIENTS"] ?? 1_000);
const GATEWAYS = 2;
const CUTS = 8;
const TOKENS = 60;
/** All answers together bring some 1,000 tokens a second, and up to 3,000 where they are many. */
const PACE_MS = Math.max(300, Math.min(CLIENTS, 3_000));
/** One for the first socket, one for each return, and some for handshakes that break. */
const TICKETS = CUTS + 4;
const CLIENTS_A_PROCESS = 5_000;

const summarySchema = z.object({
  clients: z.int(),
  whole: z.int(),
  asStored: z.int(),
  gaps: z.int(),
  cuts: z.int(),
  bytes: z.int(),
  homeMs: z.array(z.number()),
  elsewhereMs: z.array(z.number()),
  dialMs: z.array(z.number()),
});
type Summary = z.infer<typeof summarySchema>;

export const bench: Bench = {
  description: `${CLIENTS} clients (BENCH_CLIENTS) that are cut ${CUTS} times each while their answers stream, against clients that read everything again`,
  run: async () => {
    const system = await startBenchSystem({ gatewayCount: GATEWAYS });
    try {
      const resumed = await cutAll(system, false);
      const reread = await cutAll(system, true);
      return toMeasurements(resumed, reread, await system.countTakenOver());
    } finally {
      await system.stop();
    }
  },
};

async function cutAll(system: BenchSystem, isNaive: boolean): Promise<Summary> {
  const ports = system.gateways.map(({ port }) => port);
  const modelId = system.modelId(`lean-${TOKENS}@${PACE_MS}`);
  const counts = Array.from({ length: Math.ceil(CLIENTS / CLIENTS_A_PROCESS) }, (_, index) =>
    Math.min(CLIENTS_A_PROCESS, CLIENTS - index * CLIENTS_A_PROCESS),
  );
  const groups = await Promise.all(counts.map((count) => createPeople(system, count)));
  const summaries = await Promise.all(
    groups.map(async (people) => {
      const client = await startProcess(join(import.meta.dirname, "resume/client/main.ts"), z.object({}));
      try {
        return await client.ask({ ports, people, modelId, isNaive }, summarySchema);
      } finally {
        await client.stop();
      }
    }),
  );
  return summaries.reduce(add);
}

async function createPeople(system: BenchSystem, count: number): Promise<{ tickets: string[]; cutsMs: number[] }[]> {
  const people = await system.createPeople(count);
  return Promise.all(
    people.map(async (person) => ({
      tickets: await system.signTickets(Array.from({ length: TICKETS }, () => person)),
      cutsMs: Array.from({ length: CUTS }, () => Math.random() * TOKENS * PACE_MS).toSorted(
        (one, other) => one - other,
      ),
    })),
  );
}

function add(one: Summary, other: Summary): Summary {
  return {
    clients: one.clients + other.clients,
    whole: one.whole + other.whole,
    asStored: one.asStored + other.asStored,
    gaps: one.gaps + other.gaps,
    cuts: one.cuts + other.cuts,
    bytes: one.bytes + other.bytes,
    homeMs: [...one.homeMs, ...other.homeMs],
    elsewhereMs: [...one.elsewhereMs, ...other.elsewhereMs],
    dialMs: [...one.dialMs, ...other.dialMs],
  };
}

function toMeasurements(resumed: Summary, reread: Summary, takenOver: number): Measurement[] {
  const share = (count: number, { clients }: Summary): number => (100 * count) / clients;
  const times = (figure: string, pick: (summary: Summary) => number[], goal: Measurement["goal"]): Measurement => ({
    figure,
    value: quantile(pick(resumed), 0.99),
    unit: "ms",
    reference: quantile(pick(reread), 0.99),
    goal,
  });
  return [
    {
      figure: `answers shown as the provider said them, of ${resumed.clients}, ${resumed.cuts} cuts`,
      value: share(resumed.whole, resumed),
      unit: "%",
      reference: share(reread.whole, reread),
      goal: { of: "value", atLeast: 100 },
    },
    {
      figure: "answers with the hash of what is stored",
      value: share(resumed.asStored, resumed),
      unit: "%",
      goal: { of: "value", atLeast: 100 },
    },
    // Nobody dies here: one that was taken over lived, on a machine too busy for its heartbeat, and its provider began anew.
    { figure: "answers taken over, in both runs", value: takenOver, unit: "", goal: { of: "value", atMost: 0 } },
    {
      figure: "parts out of order",
      value: resumed.gaps,
      unit: "",
      reference: reread.gaps,
      goal: { of: "value", atMost: 0 },
    },
    times("caught up after the welcome, p99, where the answer is written", ({ homeMs }) => homeMs, {
      of: "value",
      atMost: 100,
    }),
    times("the same at another process", ({ elsewhereMs }) => elsewhereMs, { of: "value", atMost: 100 }),
    times("from dialling on, p99, either", ({ dialMs }) => dialMs, null),
    {
      figure: "bytes read for an answer",
      value: resumed.bytes / resumed.clients,
      unit: "B",
      reference: reread.bytes / reread.clients,
      goal: null,
    },
  ];
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
}
