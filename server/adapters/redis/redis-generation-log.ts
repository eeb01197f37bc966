import { z } from "zod";
import type { Cursor } from "#contracts/socket-frames.ts";
import { streamPartSchema } from "#contracts/stream-part.ts";
import { AppError } from "#server/errors.ts";
import type { GenerationLog, LogKey, LoggedPart, LogPage } from "#server/ports/generation-log.ts";
import { followLog } from "./follow-log.ts";
import { APPEND, CLOSE, OPEN, READ, TRUNCATE } from "./generation-log-scripts.ts";
import type { RedisConnection } from "./redis-connection.ts";
import { defineScript } from "./redis-script.ts";
import type { RedisSubscriber } from "./redis-subscriber.ts";

/** How long a log stays after its last write: longer than any pause of a writer, and of a page that comes back. */
const RUNNING_TTL_MS = 60 * 60_000;
const CLOSED_TTL_MS = 10 * 60_000;
/** A script takes only so many arguments, and holds up everybody else while it runs. */
const PARTS_A_CALL_MAX = 500;

const pageSchema = z.tuple([z.number(), z.number(), z.array(z.tuple([z.string(), z.array(z.string())]))]);

const START: Cursor = { epoch: 0, seq: 0 };

/**
 * The generation log in Redis: a stream and a small head for each generation, both on the server that its person and
 * its id fall to. Every operation is one script: about 20 microseconds of this process and 10 of the server for an
 * append, which joining those of one moment in a pipeline does not make less. An append is safe as far as the server is: what is lost with it, the writer is asked for again.
 */
export function createRedisGenerationLog(connection: RedisConnection, subscriber: RedisSubscriber): GenerationLog {
  const { client, logger } = connection;
  const scripts = {
    append: defineScript(client, APPEND),
    open: defineScript(client, OPEN),
    truncate: defineScript(client, TRUNCATE),
    close: defineScript(client, CLOSE),
    read: defineScript(client, READ),
  };

  async function run(name: keyof typeof scripts, key: LogKey, values: (string | number)[]): Promise<unknown> {
    if (connection.isAway()) throw new Error("Redis cannot be reached");
    const { head, stream } = nameKeys(key);
    const outcome = await scripts[name](head, stream, ...values);
    if (outcome === "replaced" && name !== "close") throw new AppError("conflict", { message: "the epoch is over" });
    return outcome;
  }

  async function read(key: LogKey, after: Cursor): Promise<LogPage> {
    return toPage(await run("read", key, [after.epoch, after.seq]), after);
  }

  return {
    open: async (key, epoch) => toPage(await run("open", key, [epoch, RUNNING_TTL_MS]), START),
    async truncate(key, epoch, keptSeq) {
      await run("truncate", key, [epoch, RUNNING_TTL_MS, nameKeys(key).channel, keptSeq]);
    },
    async append(key, epoch, parts) {
      for (let from = 0; from < parts.length; from += PARTS_A_CALL_MAX) {
        const some = parts.slice(from, from + PARTS_A_CALL_MAX);
        const texts = some.map(({ part }) => JSON.stringify(part));
        const values = [epoch, RUNNING_TTL_MS, nameKeys(key).channel, some[0]?.seq ?? 0, ...texts];
        if ((await run("append", key, values)) === "gap") return "gap";
      }
      return "appended";
    },
    async close(key, epoch) {
      try {
        await run("close", key, [epoch, CLOSED_TTL_MS, nameKeys(key).channel]);
      } catch (error) {
        logger.warn({ error, generationId: key.generationId }, "a generation log could not be closed");
      }
    },
    read,
    follow: (key, after, signal) =>
      followLog({
        read: (cursor) => read(key, cursor),
        listen: (listener) => subscriber.subscribe(nameKeys(key).channel, listener),
        logger,
        after,
        signal,
      }),
  };
}

/** One hash tag for all of a generation's, so that one script reaches them. Nobody finds another person's. */
function nameKeys({ userId, generationId }: LogKey) {
  const name = `polylogue:log:{${userId}:${generationId}}`;
  return { head: `${name}:head`, stream: `${name}:parts`, channel: `${name}:news` };
}

function toPage(reply: unknown, after: Cursor): LogPage {
  const [epoch, closed, entries] = pageSchema.parse(reply);
  const afterSeq = epoch > after.epoch ? 0 : after.seq;
  const parts: LoggedPart[] = [];
  for (const [, fields] of entries) {
    for (let index = 0; index < fields.length; index += 2) {
      const seq = Number(fields[index]);
      if (seq > afterSeq) parts.push({ seq, part: streamPartSchema.parse(JSON.parse(fields[index + 1] ?? "")) });
    }
  }
  return { epoch, parts, isClosed: closed === 1 };
}
