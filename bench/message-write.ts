import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "#prisma/generated/client.ts";
import type { Bench, Measurement } from "#scripts/bench/bench.ts";
import { startBenchDatabase } from "#scripts/bench/start-bench-database.ts";
import { createMessageRepository } from "#server/domains/messages/repository.ts";
import { applyLoad, type LoadResult } from "./message-write/apply-load.ts";
import { createFourStepWriter } from "./message-write/four-step-writer.ts";
import { makeTurn } from "./message-write/make-turn.ts";
import { createPrismaWriter } from "./message-write/prisma-writer.ts";

const ROUNDS = 3;
const LOAD = { callers: 256, durationMs: 3_000 };
/** As many as still make over 12,000 messages a second; more callers only wait for each other. */
const LATENCY_LOAD = { callers: 64, durationMs: 2_000 };
const WARM_UP = { callers: 64, durationMs: 500 };
/** As many connections as the references make good use of; ours takes two. */
const REFERENCE_CONNECTIONS = 16;

export const bench: Bench = {
  description:
    "Durable writes of a message with its conversation, empty answer and generation, 256 callers, against Prisma and hand-written SQL",
  run: async () => {
    const { url, database, stop } = await startBenchDatabase();
    const pool = new Pool({ connectionString: url, max: REFERENCE_CONNECTIONS });
    // The server goes down at the end with connections open; that is no error of the measurement.
    pool.on("error", () => {});
    const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: REFERENCE_CONNECTIONS }) });
    const messages = createMessageRepository(database);
    const writers = {
      ours: async () => {
        const { userId, turn } = makeTurn();
        await messages.saveTurn(userId, turn);
      },
      fourStep: createFourStepWriter(pool),
      prisma: createPrismaWriter(prisma),
    };
    try {
      return toMeasurements(await measure(writers, () => pool.query("truncate conversations, messages, generations")));
    } finally {
      await Promise.all([pool.end(), prisma.$disconnect()]);
      await stop();
    }
  },
};

type Writers = Record<"ours" | "fourStep" | "prisma", () => Promise<unknown>>;
type Results = Record<keyof Writers, LoadResult> & { latency: LoadResult };

async function measure(writers: Writers, empty: () => Promise<unknown>): Promise<Results[]> {
  for (const write of Object.values(writers)) await applyLoad(write, WARM_UP);
  const rounds: Results[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const run = async (name: keyof Writers, load = LOAD): Promise<LoadResult> => {
      await empty();
      return applyLoad(writers[name], load);
    };
    rounds.push({
      prisma: await run("prisma"),
      ours: await run("ours"),
      fourStep: await run("fourStep"),
      latency: await run("ours", LATENCY_LOAD),
    });
  }
  return rounds;
}

function toMeasurements(rounds: Results[]): Measurement[] {
  const perSecond = (name: keyof Writers): number => median(rounds.map((round) => round[name].perSecond));
  const [ours, prisma, fourStep] = [perSecond("ours"), perSecond("prisma"), perSecond("fourStep")];
  const latencyOf = (pick: keyof LoadResult): number => median(rounds.map((round) => round.latency[pick]));
  return [
    {
      figure: "against Prisma $transaction",
      value: ours,
      unit: "messages/s",
      reference: prisma,
      goal: { of: "ratio", atLeast: 15 },
    },
    {
      figure: "against four-step SQL",
      value: ours,
      unit: "messages/s",
      reference: fourStep,
      goal: { of: "ratio", atLeast: 4 },
    },
    {
      figure: "p99 with 64 callers",
      value: latencyOf("p99Ms"),
      unit: "ms",
      goal: { of: "value", atMost: 15 },
    },
    {
      figure: "rate with 64 callers",
      value: latencyOf("perSecond"),
      unit: "messages/s",
      goal: { of: "value", atLeast: 12_000 },
    },
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}
