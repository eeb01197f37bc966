import type { Bench, Measurement } from "#scripts/bench/bench.ts";
import { startBenchDatabase } from "#scripts/bench/start-bench-database.ts";
import { makeData } from "#scripts/make-data/make-data.ts";
import { insertChain } from "#scripts/testing/insert-chain.ts";
import { getConversation } from "#server/domains/conversations/get-conversation.ts";
import { createConversationRepository } from "#server/domains/conversations/repository.ts";
import { listMessages } from "#server/domains/messages/list-messages.ts";
import { createMessageRepository } from "#server/domains/messages/repository.ts";

const USER_ID = "01900000-0000-7000-8000-000000000001";
const OTHERS = { conversations: 2_000, messages: 50_000, seed: 1 };
const ROUNDS = 200;
const WARM_UP = 30;
/** The same number of messages is shown of each, or the longer one would do more work for more. */
const SHOWN = 10;
const PAGE = 50;

export const bench: Bench = {
  description:
    "Opening a conversation of 10,000 messages on the server, against one of 10, among 50,000 other messages",
  run: async () => {
    const { database, stop } = await startBenchDatabase();
    try {
      await makeData(database.pool, { ...OTHERS, userId: USER_ID, now: new Date() });
      const short = await insertChain(database, { userId: USER_ID, length: SHOWN });
      const long = await insertChain(database, { userId: USER_ID, length: 10_000 });
      await database.pool.query("vacuum analyze");
      const ctx = {
        clock: { now: () => new Date() },
        conversations: createConversationRepository(database),
        messages: createMessageRepository(database),
      };
      const open = async (conversationId: string, limit: number) => {
        const page = listMessages(ctx, { userId: USER_ID }, { conversationId, limit });
        await Promise.all([getConversation(ctx, USER_ID, conversationId), page]);
      };
      return toMeasurements(await measure(open, { short, long }));
    } finally {
      await stop();
    }
  },
};

type Times = Record<"short" | "long" | "page", number[]>;
type Open = (conversationId: string, limit: number) => Promise<void>;

/** Milliseconds of each round, the three taking turns so that whatever else the machine does meets all of them. */
async function measure(open: Open, { short, long }: { short: string; long: string }): Promise<Times> {
  const times: Times = { short: [], long: [], page: [] };
  const time = async (work: () => Promise<void>): Promise<number> => {
    const startedAt = performance.now();
    await work();
    return performance.now() - startedAt;
  };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const taken = {
      short: await time(() => open(short, SHOWN)),
      long: await time(() => open(long, SHOWN)),
      page: await time(() => open(long, PAGE)),
    };
    if (round < 0) continue;
    for (const name of ["short", "long", "page"] as const) times[name].push(taken[name]);
  }
  return times;
}

function toMeasurements({ short, long, page }: Times): Measurement[] {
  const figure = "10 messages of 10,000, median, against all of 10";
  return [
    {
      figure,
      value: quantile(long, 0.5),
      unit: "ms",
      reference: quantile(short, 0.5),
      goal: { of: "ratio", atMost: 1.25 },
    },
    {
      figure: "a page of 10,000 messages, p95",
      value: quantile(page, 0.95),
      unit: "ms",
      goal: { of: "value", atMost: 100 },
    },
  ];
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
}
