import { z } from "zod";
import type { Cursor } from "#contracts/socket-frames.ts";
import { type StreamPart, streamPartSchema } from "#contracts/stream-part.ts";
import type { Database } from "#server/adapters/postgres/database.ts";
import { AppError } from "#server/errors.ts";
import type { GenerationLog, LogKey, LoggedPart, LogPage } from "#server/ports/generation-log.ts";
import { appendWrite } from "./generation-log-append.ts";
import { TRUNCATE } from "./generation-log-truncate.ts";
import { createLogWatch, UNDER_WAY } from "./log-watch.ts";
import { createWriteBatcher } from "./write-batcher.ts";

const READ = `select g.epoch as "writerEpoch", g.log_epoch as epoch, g.status, p.seq, p.parts
  from generations g left join generation_parts p
    on p.user_id = g.user_id and p.generation_id = g.id and p.seq > case when g.log_epoch > $3 then 0 else $4::integer end
  where g.user_id = $1 and g.id = $2 order by p.seq`;

type Row = { writerEpoch: number; epoch: number; status: string; seq: number | null; parts: unknown };

const batchSchema = z.array(streamPartSchema);

const START: Cursor = { epoch: 0, seq: 0 };

/** The generation log in the tables `generations` (epoch, status) and `generation_parts` (one row an append). */
export function createPostgresGenerationLog({ pool, writePool }: Pick<Database, "pool" | "writePool">): GenerationLog {
  const append = createWriteBatcher(writePool, appendWrite);
  const watch = createLogWatch(pool);

  async function readRows(key: LogKey, after: Cursor): Promise<Row[]> {
    const values = [key.userId, key.generationId, after.epoch, after.seq];
    return (await pool.query<Row>({ name: "generation-log.read", text: READ, values })).rows;
  }

  async function read(key: LogKey, after: Cursor): Promise<LogPage> {
    return toPage(await readRows(key, after), after);
  }

  return {
    async open(key, epoch) {
      const rows = await readRows(key, START);
      const page = toPage(rows, START);
      // The record itself is the fence: its epoch was raised when it was claimed.
      if (rows[0]?.writerEpoch !== epoch || page.isClosed) throw replaced(epoch);
      return page;
    },
    async truncate(key, epoch, keptSeq) {
      const values = [key.userId, key.generationId, epoch, keptSeq];
      const { rowCount } = await pool.query({ name: "generation-log.truncate", text: TRUNCATE, values });
      if (rowCount === 0) throw replaced(epoch);
    },
    async append(key, epoch, parts) {
      if (parts.length === 0) return "appended";
      const isOurs = await append({ key, epoch, parts });
      watch.wake(key.generationId);
      if (!isOurs) throw replaced(epoch);
      return "appended";
    },
    // The record of the generation says that it has ended; those who wait here look at once.
    close: async (key) => watch.wake(key.generationId),
    read,
    async *follow(key, after, signal) {
      let cursor = after;
      while (!signal.aborted) {
        const page = await read(key, cursor);
        const isNews = page.parts.length > 0 || page.epoch !== cursor.epoch || page.isClosed;
        if (isNews && !signal.aborted) yield page;
        if (page.isClosed) return;
        const lastSeq = page.parts.at(-1)?.seq ?? (page.epoch === cursor.epoch ? cursor.seq : 0);
        cursor = { epoch: page.epoch, seq: lastSeq };
        await watch.wait(key, cursor, signal);
      }
    },
  };
}

function toPage(rows: readonly Row[], after: Cursor): LogPage {
  const [first] = rows;
  if (!first) return { epoch: 0, parts: [], isClosed: false };
  const isRestart = first.epoch > after.epoch;
  return {
    epoch: first.epoch,
    parts: collect(rows, isRestart ? 0 : after.seq),
    isClosed: !UNDER_WAY.has(first.status),
  };
}

function replaced(epoch: number): AppError {
  return new AppError("conflict", { message: `epoch ${epoch} of the generation is over` });
}

/** An append that was repeated after a broken connection may overlap the one before it: each seq counts once. */
function collect(rows: readonly Row[], afterSeq: number): LoggedPart[] {
  const collected: LoggedPart[] = [];
  let lastSeq = afterSeq;
  for (const row of rows) {
    if (row.seq === null) continue;
    const parts: StreamPart[] = batchSchema.parse(row.parts);
    for (const [index, part] of parts.entries()) {
      const seq = row.seq - parts.length + 1 + index;
      if (seq <= lastSeq) continue;
      collected.push({ seq, part });
      lastSeq = seq;
    }
  }
  return collected;
}
