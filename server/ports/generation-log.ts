import type { Cursor } from "#contracts/socket-frames.ts";
import type { StreamPart } from "#contracts/stream-part.ts";

/** A stream part at its place. `seq` starts at 1 and has no gaps within a generation. */
export type LoggedPart = { seq: number; part: StreamPart };

/** What the log holds after a cursor. */
export type LogPage = { epoch: number; parts: LoggedPart[]; isClosed: boolean };

/** Names the generation whose log it is; `userId` comes first because it decides where the rows live. */
export type LogKey = { userId: string; generationId: string };

/** The stream parts of one generation, in order, readable from any point while it still grows. */
export interface GenerationLog {
  /**
   * Adds parts behind the last one; they are durable when it returns. Throws AppError `conflict`
   * when `epoch` is not the generation's present epoch: its writer has been replaced and must stop.
   */
  append(key: LogKey, epoch: number, parts: readonly LoggedPart[]): Promise<void>;
  /** The parts behind the cursor's seq; all of them when the cursor is of an older epoch. */
  read(key: LogKey, after: Cursor): Promise<LogPage>;
  /** Yields what `read` would, then new pages as they come, until the log is closed or `signal` aborts. */
  follow(key: LogKey, after: Cursor, signal: AbortSignal): AsyncIterable<LogPage>;
}
