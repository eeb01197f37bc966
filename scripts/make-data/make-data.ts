import type { ClientBase, Pool } from "pg";
import { insertConversations } from "./insert-conversations.ts";
import type { MadeConversation } from "./made-conversation.ts";
import { makeConversation } from "./make-conversation.ts";
import { createRandom, type Random } from "./random.ts";

const YEAR_MS = 365 * 86_400_000;
/** Messages that are made before they are written. */
const BATCH = 10_000;

export type DataOrder = {
  userId: string;
  conversations: number;
  /** In all conversations together; each has at least one question and its answer. */
  messages: number;
  /** The same seed at the same `now` makes the same data. */
  seed: number;
  now: Date;
  onProgress?: (messages: number) => void;
};

/**
 * Fills a database with plausible conversations of one person: several languages, Markdown, code,
 * tables, dates over the last year with more of late, a few very long ones, some branches.
 */
export async function makeData(connection: Pool | ClientBase, order: DataOrder): Promise<void> {
  const random = createRandom(order.seed);
  const lengths = spreadMessages(random, order);
  let batch: MadeConversation[] = [];
  let [waiting, done] = [0, 0];
  const write = async () => {
    await insertConversations(connection, order.userId, batch);
    done += waiting;
    [batch, waiting] = [[], 0];
    order.onProgress?.(done);
  };
  for (const messageCount of lengths) {
    const createdAt = new Date(order.now.getTime() - YEAR_MS * random.next() ** 2 - messageCount * 60_000);
    batch.push(makeConversation(random, { messageCount, createdAt, now: order.now }));
    waiting += messageCount;
    if (waiting >= BATCH) await write();
  }
  if (waiting > 0) await write();
}

/** How many messages each conversation gets: even numbers whose sum is the order's, most small, a few large. */
function spreadMessages(random: Random, { conversations, messages }: DataOrder): number[] {
  const weights = Array.from({ length: conversations }, () => Math.log(1 - random.next()) ** 2);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const turns = Math.floor(messages / 2) - conversations;
  let [owed, given] = [0, 0];
  return weights.map((weight) => {
    owed += (weight / sum) * turns;
    const extra = Math.round(owed) - given;
    given += extra;
    return 2 + 2 * extra;
  });
}
