import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Bench, Measurement } from "#scripts/bench/bench.ts";
import { openFilesLimit } from "#scripts/bench/system/open-files-limit.ts";
import { readCpuMs, readMemoryBytes } from "#scripts/bench/system/process-usage.ts";
import { type BenchSystem, startBenchSystem } from "#scripts/bench/system/start-bench-system.ts";
import { startProcess } from "#scripts/bench/system/start-process.ts";
import { type Crowd, startCrowd } from "./connections/crowd.ts";
import { streamBeside } from "./connections/stream-beside.ts";

const STREAMING = 500;
/** What a gateway has open beside sockets: the database, its listeners, the sources. A streamed answer is a socket and a call. */
const OTHER_FILES = 300;
const MOST_A_PROCESS = Math.min(20_000, openFilesLimit() - 2 * STREAMING - OTHER_FILES);
/** `BENCH_CONNECTIONS=100000` takes as many gateways as the limit of open files asks for, and some minutes. */
const COUNT = Number(process.env["BENCH_CONNECTIONS"] ?? MOST_A_PROCESS);
const GATEWAYS = Math.ceil(COUNT / MOST_A_PROCESS);
/** An even number of clients for each gateway, so that all gateways get as many. */
const CLIENTS = 2 * GATEWAYS;
/** Opened and closed before anything is measured: the code is compiled and the heaps have grown. */
const WARM_UP = 2_000;
/** Long enough for the garbage of the handshakes to be collected, and for some pings. */
const SETTLE_MS = 20_000;
const GOAL_S_FOR_100_K = 40;

export const bench: Bench = {
  description:
    "Idle sockets of real people, as many as the limit of open files allows (BENCH_CONNECTIONS for more), and 500 that stream, against bare ws",
  run: async () => {
    console.log(`${COUNT} sockets on ${GATEWAYS} gateways; a process may open ${openFilesLimit()} files.`);
    const crowd = await startCrowd(CLIENTS);
    try {
      const bare = await measureBare(crowd);
      const system = await startBenchSystem({ gatewayCount: GATEWAYS });
      try {
        return toMeasurements(bare, await measureOurs(system, crowd));
      } finally {
        await system.stop();
      }
    } finally {
      await crowd.stop();
    }
  },
};

type Cost = { bytes: number; connectMs: number; idleCpu: number };
type Ours = Cost & { open: number; whole: number; firstTokenMs: number };
type Servers = { pids: readonly number[]; ports: readonly number[] };

async function measureBare(crowd: Crowd): Promise<Cost> {
  const file = join(import.meta.dirname, "connections/bare-server/main.ts");
  const servers = await Promise.all(
    Array.from({ length: GATEWAYS }, () => startProcess(file, z.object({ port: z.int() }))),
  );
  const bare = { pids: servers.map(({ pid }) => pid), ports: servers.map(({ ready }) => ready.port) };
  const cost = await measure(crowd, bare, async (count) => Array.from({ length: count }, () => "none"));
  await crowd.disconnect();
  await Promise.all(servers.map((server) => server.stop()));
  return cost;
}

async function measureOurs(system: BenchSystem, crowd: Crowd): Promise<Ours> {
  const servers = { pids: system.gateways.map(({ pid }) => pid), ports: system.gateways.map(({ port }) => port) };
  const signTickets = async (count: number) => system.signTickets(await system.createPeople(count));
  const cost = await measure(crowd, servers, signTickets);
  const streamed = await streamBeside(system, STREAMING);
  return { ...cost, ...streamed, open: await crowd.count() };
}

/** Opens the crowd on the servers, and finds what each of its sockets costs them. */
async function measure(
  crowd: Crowd,
  { pids, ports }: Servers,
  signTickets: (count: number) => Promise<string[]>,
): Promise<Cost> {
  const sum = (read: (pid: number) => number): number => pids.reduce((total, pid) => total + read(pid), 0);
  await crowd.connect(ports, await signTickets(WARM_UP));
  await crowd.disconnect();
  const tickets = await signTickets(COUNT);
  await pause(SETTLE_MS);
  const bytesBefore = sum(readMemoryBytes);
  const connectMs = await crowd.connect(ports, tickets);
  await pause(SETTLE_MS);
  const bytes = sum(readMemoryBytes) - bytesBefore;
  const cpuBefore = sum(readCpuMs);
  await pause(SETTLE_MS);
  return { bytes: bytes / COUNT, connectMs, idleCpu: (sum(readCpuMs) - cpuBefore) / SETTLE_MS };
}

function toMeasurements(bare: Cost, ours: Ours): Measurement[] {
  return [
    { figure: "sockets open at the end", value: ours.open, unit: "", goal: { of: "value", atLeast: COUNT } },
    {
      figure: "memory of the server a socket, 20 s later",
      value: ours.bytes / 1_024,
      unit: "KB",
      reference: bare.bytes / 1_024,
      goal: { of: "value", atMost: 10 },
    },
    {
      figure: `connected, ${COUNT} sockets`,
      value: ours.connectMs / 1_000,
      unit: "s",
      reference: bare.connectMs / 1_000,
      // A part of a hundred thousand is no part of the time: one process lets in a thousand a second.
      goal: COUNT < 100_000 ? null : { of: "value", atMost: GOAL_S_FOR_100_K },
    },
    {
      figure: "processor while idle",
      value: ours.idleCpu * 100,
      unit: "% of a core",
      reference: bare.idleCpu * 100,
      goal: null,
    },
    {
      figure: `whole answers beside them, of ${STREAMING} streamed at once`,
      value: ours.whole,
      unit: "",
      goal: { of: "value", atLeast: STREAMING },
    },
    { figure: "first token of those, p95", value: ours.firstTokenMs, unit: "ms", goal: null },
  ];
}
