import { setTimeout as pause } from "node:timers/promises";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { ServerContext } from "#server/context.ts";
import { toAppError } from "#server/errors.ts";
import type { LoggedPart } from "#server/ports/generation-log.ts";
import type { LiveGeneration } from "./live-generation.ts";
import { untilNextBeatMs } from "./until-next-beat-ms.ts";

type Needs = Pick<ServerContext, "generationLog" | "logger">;

/** The most of an answer, in time, that dies with its process. */
const APPEND_EVERY_MS = 100;

/**
 * Appends what a generation produces to its log, in order, at a beat of 100 ms that all generations
 * of the process share: their appends are one commit. While the database is away it keeps the parts and goes on trying. A generation that
 * was taken over by another process is halted.
 */
export class LogWriter {
  readonly #ctx: Needs;
  readonly #live: LiveGeneration;
  #waiting: LoggedPart[] = [];
  #working: Promise<void> | null = null;
  readonly #closing = new AbortController();

  constructor(ctx: Needs, live: LiveGeneration) {
    this.#ctx = ctx;
    this.#live = live;
  }

  write(firstSeq: number, parts: readonly StreamPart[]): void {
    for (const [index, part] of parts.entries()) this.#waiting.push({ seq: firstSeq + index, part });
    this.#working ??= this.#work().finally(() => (this.#working = null));
  }

  /** Writes nothing more: the end of the generation stores its content whole. Resolves when no append is on its way. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#working;
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#untilNextBeat();
      if (this.#closing.signal.aborted) return;
      const parts = this.#waiting;
      const { userId, id: generationId, epoch } = this.#live.record;
      try {
        this.#waiting = [];
        await this.#ctx.generationLog.append({ userId, generationId }, epoch, parts);
      } catch (thrown) {
        this.#waiting = [...parts, ...this.#waiting];
        const error = toAppError(thrown);
        if (error.code === "conflict") return this.#live.halt("replaced");
        this.#ctx.logger.warn({ generationId, error }, "parts of an answer could not be logged yet");
      }
    }
  }

  async #untilNextBeat(): Promise<void> {
    const { signal } = this.#closing;
    // Closing cuts the pause short; that is no error.
    await pause(untilNextBeatMs(APPEND_EVERY_MS), undefined, { signal }).catch(() => null);
  }
}
