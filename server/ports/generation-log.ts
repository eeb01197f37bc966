import type { Cursor } from "#contracts/socket-frames.ts";
import type { StreamPart } from "#contracts/stream-part.ts";

/** A stream part at its place. `seq` starts at 1 and has no gaps within a generation. */
export type LoggedPart = { seq: number; part: StreamPart };

/** What the log holds after a cursor. */
export type LogPage = { epoch: number; parts: LoggedPart[]; isClosed: boolean };

/** Names the generation whose log it is; `userId` comes first because it decides where the rows live. */
export type LogKey = { userId: string; generationId: string };

/**
 * `appended`: durable. `gap`: the engine has lost, or never had, what comes before the first of these
 * parts; nothing was written, and the writer must append everything from seq 1 again.
 */
type AppendOutcome = "appended" | "gap";

/**
 * The stream parts of one generation, in order, readable from any point while it still grows. Who may
 * write is decided by the generation's record in PostgreSQL, whose epoch grows with each new writer; the
 * log refuses everybody of an epoch before the highest that it has seen. What it holds may be lost with
 * its engine: the writer has all of it, and a finished answer is stored with its message.
 */
export interface GenerationLog {
  /**
   * Shuts out every writer of an epoch before `epoch`, and returns what they left, which is nothing where the
   * log is new or was lost. Readers notice nothing yet. Safe to repeat. Throws AppError `conflict` where a
   * later epoch has begun or the log is closed.
   */
  open(key: LogKey, epoch: number): Promise<LogPage>;
  /**
   * Begins the writing of an opened epoch: takes back all parts behind `keptSeq`, where the former writer may have
   * stopped in a place that cannot be continued, and shows the new epoch to readers, both at once, so that
   * nobody counts on a part that is taken back. Throws as `append`. Safe to repeat before the first append.
   */
  truncate(key: LogKey, epoch: number, keptSeq: number): Promise<void>;
  /**
   * Adds parts behind the last one; they are durable when it returns. A part whose seq is there already is
   * skipped, so that it is safe to repeat. The generation's first epoch needs neither `open` nor `truncate`.
   * Throws AppError `conflict` when a later epoch has begun or the log is closed: its writer has been replaced and must stop.
   */
  append(key: LogKey, epoch: number, parts: readonly LoggedPart[]): Promise<AppendOutcome>;
  /**
   * Nothing is appended from now on, and followers come to their end. Call it after the end of the
   * generation was stored. What the log holds stays readable for ten minutes. Safe to repeat; never throws.
   */
  close(key: LogKey, epoch: number): Promise<void>;
  /** The parts behind the cursor's seq; all of them when the cursor is of an older epoch. Empty, of epoch 0, where there is no log. */
  read(key: LogKey, after: Cursor): Promise<LogPage>;
  /** Yields what `read` would, then new pages as they come, until the log is closed or `signal` aborts. */
  follow(key: LogKey, after: Cursor, signal: AbortSignal): AsyncIterable<LogPage>;
}
