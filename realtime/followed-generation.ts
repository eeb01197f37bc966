import { setTimeout as pause } from "node:timers/promises";
import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { Cursor } from "#contracts/socket-frames.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { ServerContext } from "#server/context.ts";
import {
  type GenerationListener,
  type GenerationRecord,
  type GenerationView,
  getGenerationEnd,
  mergeParts,
} from "#server/domains/generations/index.ts";
import { toAppError } from "#server/errors.ts";
import type { LogPage } from "#server/ports/generation-log.ts";
import { SilenceWatch } from "./silence-watch.ts";

type Needs = Pick<ServerContext, "generationLog" | "generations" | "messages" | "logger">;

/** After a failure to read the log, and while an end is being stored. */
const RETRY_AFTER_MS = 250;

const NOTHING: Cursor = { epoch: 0, seq: 0 };

/** A generation that another process runs, seen through its log. It follows while somebody listens. */
export class FollowedGeneration implements GenerationView {
  readonly record: GenerationRecord;
  readonly #ctx: Needs;
  #epoch: number;
  #content: readonly MessagePart[] = [];
  readonly #parts: StreamPart[] = [];

  /** What the log holds at this moment, which is nothing while it cannot be read; what comes later needs a listener. */
  static async open(ctx: Needs, record: GenerationRecord): Promise<FollowedGeneration> {
    const followed = new FollowedGeneration(ctx, record);
    const page = await ctx.generationLog.read(followed.#key(), NOTHING).catch((error: unknown): LogPage => {
      ctx.logger.warn({ generationId: record.id, error: toAppError(error) }, "a log could not be read yet");
      return { epoch: 0, parts: [], isClosed: false };
    });
    followed.#epoch = page.epoch;
    followed.#take(page);
    return followed;
  }

  private constructor(ctx: Needs, record: GenerationRecord) {
    this.#ctx = ctx;
    this.record = record;
    this.#epoch = record.epoch;
  }

  cursor(): Cursor {
    return { epoch: this.#epoch, seq: this.#parts.length };
  }

  content(): readonly MessagePart[] {
    return this.#content;
  }

  partsAfter(seq: number): readonly StreamPart[] {
    return mergeParts(this.#parts.slice(seq));
  }

  listen(listener: GenerationListener): () => void {
    const stopping = new AbortController();
    void this.#follow(listener, stopping.signal);
    return () => stopping.abort();
  }

  async #follow(listener: GenerationListener, signal: AbortSignal): Promise<void> {
    for (let hasComplained = false; !signal.aborted;) {
      try {
        if (await this.#followOnce(listener, signal)) return;
        hasComplained = false;
      } catch (thrown) {
        const error = toAppError(thrown);
        if (!hasComplained) this.#ctx.logger.warn({ generationId: this.record.id, error }, "a log cannot be followed");
        hasComplained = true;
      }
      await pause(RETRY_AFTER_MS);
    }
  }

  /** True when there is nothing more to follow. */
  async #followOnce(listener: GenerationListener, signal: AbortSignal): Promise<boolean> {
    const silence = new SilenceWatch(() => this.#hasEnded());
    try {
      return await this.#readPages(listener, signal, silence);
    } finally {
      silence.stop();
    }
  }

  async #readPages(listener: GenerationListener, signal: AbortSignal, silence: SilenceWatch): Promise<boolean> {
    const either = AbortSignal.any([signal, silence.signal]);
    for await (const page of this.#ctx.generationLog.follow(this.#key(), this.cursor(), either)) {
      silence.heard();
      if (this.#deliver(page, listener)) return true;
    }
    if (signal.aborted) return true;
    const end = await getGenerationEnd(this.#ctx, this.record.userId, this.record.id);
    // Where silence told that it has ended, this process may have been the one that stood still.
    const rest = end && (await this.#ctx.generationLog.read(this.#key(), this.cursor()));
    if (signal.aborted || (rest && this.#deliver(rest, listener))) return true;
    if (end) listener.onEnd(end);
    return end !== null;
  }

  /** True when another writer goes on with it. */
  #deliver(page: LogPage, listener: GenerationListener): boolean {
    // The engine of the log has lost it; its writer has it and gives it again.
    if (page.epoch < this.#epoch) return false;
    if (page.epoch > this.#epoch) {
      listener.onMoved();
      return true;
    }
    const firstSeq = this.#parts.length + 1;
    const parts = this.#take(page);
    if (parts.length > 0) listener.onParts(firstSeq, parts);
    return false;
  }

  async #hasEnded(): Promise<boolean> {
    const { userId, id } = this.record;
    return (await getGenerationEnd(this.#ctx, userId, id)) !== null;
  }

  #take(page: LogPage): StreamPart[] {
    const parts = page.parts.map(({ part }) => part);
    for (const part of parts) {
      this.#parts.push(part);
      this.#content = foldStreamPart(this.#content, part);
    }
    return parts;
  }

  #key() {
    return { userId: this.record.userId, generationId: this.record.id };
  }
}
