import { z } from "zod";
import type { Cursor } from "#contracts/socket-frames.ts";
import { type StreamPart, streamPartSchema } from "#contracts/stream-part.ts";
import type { Database } from "#server/adapters/postgres/database.ts";
import { AppError } from "#server/errors.ts";
import type { GenerationLog, LogKey, LoggedPart, LogPage } from "#server/ports/generation-log.ts";
import { appendWrite } from "./generation-log-append.ts";
import { createWakeBoard } from "./wake-board.ts";
import { createWriteBatcher } from "./write-batcher.ts";

/** How soon a reader sees what another process wrote; its own process wakes it at once. */
const POLL_EVERY_MS = 100;

const READ = `select g.epoch, g.status, p.seq, p.parts
  from generations g left join generation_parts p
    on p.user_id = g.user_id and p.generation_id = g.id and p.seq > case when g.epoch > $3 then 0 else $4::integer end
  where g.user_id = $1 and g.id = $2 order by p.seq`;

type Row = { epoch: number; status: string; seq: number | null; parts: unknown };

const batchSchema = z.array(streamPartSchema);

/** The generation log in the tables `generations` (epoch, status) and `generation_parts` (one row an append). */
export function createPostgresGenerationLog({ pool, writePool }: Pick<Database, "pool" | "writePool">): GenerationLog {
  const append = createWriteBatcher(writePool, appendWrite);
  const wakeBoard = createWakeBoard();

  async function read(key: LogKey, after: Cursor): Promise<LogPage> {
    const values = [key.userId, key.generationId, after.epoch, after.seq];
    const { rows } = await pool.query<Row>({ name: "generation-log.read", text: READ, values });
    const [first] = rows;
    if (!first) throw new AppError("not-found", { message: "no such generation" });
    const isRestart = first.epoch > after.epoch;
    const parts = collect(rows, isRestart ? 0 : after.seq);
    return { epoch: first.epoch, parts, isClosed: first.status !== "running" };
  }

  return {
    async append(key, epoch, parts) {
      if (parts.length === 0) return;
      const isOurs = await append({ key, epoch, parts });
      wakeBoard.wake(key.generationId);
      if (!isOurs) throw new AppError("conflict", { message: `epoch ${epoch} of the generation is over` });
    },
    read,
    async *follow(key, after, signal) {
      let cursor = after;
      while (!signal.aborted) {
        const woken = wakeBoard.wait(key.generationId, POLL_EVERY_MS, signal);
        const page = await read(key, cursor);
        const isNews = page.parts.length > 0 || page.epoch !== cursor.epoch || page.isClosed;
        if (isNews && !signal.aborted) yield page;
        if (page.isClosed) return;
        const lastSeq = page.parts.at(-1)?.seq ?? (page.epoch === cursor.epoch ? cursor.seq : 0);
        cursor = { epoch: page.epoch, seq: lastSeq };
        await woken;
      }
    },
  };
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
