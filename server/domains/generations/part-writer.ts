import type { StreamPart } from "#contracts/stream-part.ts";
import type { ServerContext } from "#server/context.ts";
import { AppError, toAppError } from "#server/errors.ts";
import type { LoggedPart } from "#server/ports/generation-log.ts";
import type { LiveGeneration } from "./live-generation.ts";
import { mergePart } from "./merge-parts.ts";
import { nextBeat } from "./next-beat.ts";

type Needs = Pick<ServerContext, "generationLog" | "logger">;

/** Between two attempts to reach a log that is away; the pause doubles up to the longest one. */
const RETRY_AFTER_MS = 50;
const RETRY_AFTER_MS_MAX = 1_000;

/** So long an answer that is whole waits for a log that is away; then it is stored without it. */
const GIVE_UP_AFTER_MS = 5_000;

type Fate = "logged" | "unlogged" | "replaced";

/**
 * Appends what a model says to the generation's log, and shows it to the viewers as soon as it is
 * durable: nobody ever sees what is not stored. The first part goes at once, all others together at the next
 * beat, which all generations of the process share, so that their appends are one commit. While the log is away parts wait, and nothing is shown. A generation that was taken over is halted.
 */
export class PartWriter {
  readonly #ctx: Needs;
  readonly #live: LiveGeneration;
  #waiting: StreamPart[] = [];
  #hasDelivered = false;
  #working: Promise<void> | null = null;
  #fault: { error: unknown } | null = null;
  /** Whether parts were kept from the log: a log that comes back would have a hole. */
  #hasGivenUp = false;
  /** Since when somebody waits for all that was pushed. */
  #settlingSince: number | null = null;
  #hurry: (() => void) | null = null;

  constructor(ctx: Needs, live: LiveGeneration) {
    this.#ctx = ctx;
    this.#live = live;
  }

  push(part: StreamPart): void {
    mergePart(this.#waiting, part);
    this.#working ??= this.#work();
  }

  /**
   * Resolves when all that was pushed is durable and shown, or the generation belongs to somebody else. A log that stays away for
   * five seconds gets the rest no more: the generation keeps it for its end, and nobody is shown it before. Push nothing afterwards.
   * Throws what a view of the generation throws.
   */
  async finish(): Promise<void> {
    this.#settlingSince = performance.now();
    this.#hurry?.();
    await this.#working;
    if (this.#fault) throw this.#fault.error;
  }

  /** The same, and more may be pushed afterwards: it throws AppError `internal` where the log stays away. */
  async flush(): Promise<void> {
    await this.finish();
    if (this.#hasGivenUp) throw new AppError("internal", { message: "the log is away" });
    this.#settlingSince = null;
  }

  async #work(): Promise<void> {
    try {
      while (this.#waiting.length > 0 && this.#live.haltReason !== "replaced") await this.#deliver();
    } catch (error) {
      // What is logged could not be shown: who claims the generation goes on from there.
      this.#live.halt("replaced");
      this.#fault = { error };
    } finally {
      this.#working = null;
    }
  }

  async #deliver(): Promise<void> {
    await this.#untilBeat();
    const parts = this.#waiting;
    this.#waiting = [];
    const fate = this.#hasGivenUp ? "unlogged" : await this.#appendPersistently(parts);
    if (fate === "replaced") return;
    this.#hasDelivered = true;
    this.#hasGivenUp = fate === "unlogged";
    if (fate === "logged") this.#live.produce(parts);
    else this.#live.keep(parts);
  }

  /** Only the first part does not wait: each that went by itself would be a commit of its own. */
  async #untilBeat(): Promise<void> {
    if (this.#settlingSince !== null || !this.#hasDelivered) return;
    await Promise.race([nextBeat(), new Promise<void>((resolve) => (this.#hurry = resolve))]);
    this.#hurry = null;
  }

  async #appendPersistently(parts: readonly StreamPart[]): Promise<Fate> {
    for (let pauseMs = RETRY_AFTER_MS; ; pauseMs = Math.min(pauseMs * 2, RETRY_AFTER_MS_MAX)) {
      try {
        await this.#append(parts);
        return "logged";
      } catch (thrown) {
        const error = toAppError(thrown);
        if (error.code === "conflict") this.#live.halt("replaced");
        else if (pauseMs === RETRY_AFTER_MS) this.#complain(error);
      }
      if (this.#live.haltReason === "replaced") return "replaced";
      if (performance.now() - (this.#settlingSince ?? Infinity) > GIVE_UP_AFTER_MS) return "unlogged";
      await new Promise((resolve) => setTimeout(resolve, pauseMs * (0.5 + Math.random())));
    }
  }

  async #append(parts: readonly StreamPart[]): Promise<void> {
    const { userId, id: generationId, epoch } = this.#live.record;
    const key = { userId, generationId };
    const { generationLog } = this.#ctx;
    const shown = this.#live.parts;
    if ((await generationLog.append(key, epoch, place(shown.length + 1, parts))) === "appended") return;
    // The engine lost what it had; this process has all of it.
    const again = await generationLog.append(key, epoch, place(1, [...shown, ...parts]));
    if (again === "gap") throw new Error("the log loses what it is given");
  }

  #complain(error: Error): void {
    const { id: generationId } = this.#live.record;
    this.#ctx.logger.warn({ generationId, error }, "parts of an answer cannot be logged at the moment");
  }
}

function place(firstSeq: number, parts: readonly StreamPart[]): LoggedPart[] {
  return parts.map((part, index) => ({ seq: firstSeq + index, part }));
}
