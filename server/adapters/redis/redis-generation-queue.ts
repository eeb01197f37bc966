import { z } from "zod";
import { createWakeBoard } from "#server/adapters/wake-board.ts";
import { type GenerationQueue, OFFER_LEASE_MS, type QueuedGeneration } from "#server/ports/generation-queue.ts";
import type { RedisConnection } from "./redis-connection.ts";
import { defineScript } from "./redis-script.ts";

/** How soon a waiting process sees what another one offered; its own process wakes it at once. */
const POLL_EVERY_MS = 100;

/** More than ever wait; only where nobody takes them, so that they do not fill the server. */
const OFFERS_MAX = 100_000;

const KEY = "polylogue:{generation-queue}";

/** One name for all processes: what each of them has in hand is told by the age of its taking alone. */
const GROUP = "writers";

/**
 * First what was taken and not settled in time, wherever it stands among those in hand, then what nobody took. The
 * group is made where it is missing: at first, and after a server lost everything.
 */
const TAKE = `local taken, cursor, room = {}, "0-0", tonumber(ARGV[1])
repeat
  local lapsed = redis.pcall("xautoclaim", KEYS[1], "${GROUP}", "${GROUP}", ARGV[2], cursor, "count", room)
  if lapsed.err then
    redis.call("xgroup", "create", KEYS[1], "${GROUP}", "0", "mkstream")
    lapsed = { "0-0", {} }
  end
  cursor = lapsed[1]
  for _, entry in ipairs(lapsed[2]) do taken[#taken + 1] = entry end
  room = tonumber(ARGV[1]) - #taken
until cursor == "0-0" or room <= 0
if room <= 0 then return taken end
local fresh = redis.call("xreadgroup", "group", "${GROUP}", "${GROUP}", "count", room, "streams", KEYS[1], ">")
if fresh then for _, entry in ipairs(fresh[1][2]) do taken[#taken + 1] = entry end end
return taken`;

const entriesSchema = z.array(z.tuple([z.string(), z.tuple([z.literal("key"), z.string()])]));

/** The generation queue as one stream with one group of takers; what it loses is found in the database. */
export function createRedisGenerationQueue({ client }: RedisConnection): GenerationQueue {
  const take = defineScript(client, { name: "polylogueQueueTake", lua: TAKE, numberOfKeys: 1 });
  const wakeBoard = createWakeBoard();

  async function look(limit: number): Promise<QueuedGeneration[]> {
    const entries = entriesSchema.parse(await take(KEY, limit, OFFER_LEASE_MS));
    return entries.map(([receipt, [, key]]) => {
      const [userId = "", generationId = ""] = key.split(" ");
      return { userId, generationId, receipt };
    });
  }

  return {
    async offer({ userId, generationId }) {
      await client.xadd(KEY, "MAXLEN", "~", OFFERS_MAX, "*", "key", `${userId} ${generationId}`);
      wakeBoard.wake(KEY);
    },
    async take(limit, signal) {
      while (!signal.aborted) {
        const woken = wakeBoard.wait(KEY, POLL_EVERY_MS, signal);
        const taken = await look(limit);
        if (taken.length > 0) return taken;
        await woken;
      }
      return [];
    },
    async settle(taken) {
      if (taken.length === 0) return;
      const receipts = taken.map(({ receipt }) => receipt);
      await Promise.all([client.xack(KEY, GROUP, ...receipts), client.xdel(KEY, ...receipts)]);
    },
  };
}
