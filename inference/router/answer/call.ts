import type { FinishReason, ProviderFailure, StreamPart } from "#contracts/stream-part.ts";
import type { Attempt, AttemptOutcome } from "#inference/router/attempt.ts";
import type { Candidate } from "#inference/router/candidate.ts";
import { REMEDIES } from "#inference/router/remedies.ts";
import type { CallEnd } from "#inference/router/health/call-end.ts";
import type { RouterContext } from "#inference/router/router-context.ts";
import { describeThrown, noEnd, silent, tooLate } from "./call-failures.ts";
import { describeStart } from "./describe-start.ts";
import type { Dialling } from "./dialling.ts";
import { contentLengthOf } from "./content-length-of.ts";
import { measureContent } from "./measure-content.ts";

/**
 * One call to one deployment. It is counted, told of and settled exactly once, whatever becomes of
 * it: by its last word, its failure, its silence, the caller's `signal`, or `cancel`.
 */
export class Call {
  readonly candidate: Candidate;
  /** How much of the answer it is to go on with, as `measureContent` counts. */
  readonly continuedLength: number;
  readonly #ctx: RouterContext;
  readonly #dialling: Dialling;
  readonly #signal: AbortSignal;
  readonly #hangUp = new AbortController();
  readonly #onAbort = (): void => this.cancel("cancelled");
  readonly #attempt: Attempt;
  #iterator: AsyncIterator<StreamPart> | null = null;
  /** Since when the next part is awaited; null while the reader is busy with the last one. */
  #waitingSince: number | null = null;
  #finishReason: FinishReason | null = null;

  constructor(ctx: RouterContext, dialling: Dialling, signal: AbortSignal) {
    this.#ctx = ctx;
    this.#dialling = dialling;
    this.#signal = signal;
    this.candidate = dialling.candidate;
    this.continuedLength = measureContent(dialling.request.continues);
    this.#attempt = describeStart(dialling, { id: ctx.createId(), startedAt: ctx.clock.now() });
    ctx.health.start(this.candidate.deploymentId, this.#attempt.startedAt);
    ctx.onAttempt({ ...this.#attempt });
    if (signal.aborted) this.cancel("cancelled");
    else signal.addEventListener("abort", this.#onAbort, { once: true });
    void this.#watch();
  }

  get attempt(): Readonly<Attempt> {
    return this.#attempt;
  }

  /** Why the model stopped; null where it has not, or broke off. */
  get finishReason(): FinishReason | null {
    return this.#finishReason;
  }

  /** The next part of the content, or the response's start; null where nothing follows: then the attempt is settled. */
  async read(): Promise<StreamPart | null> {
    while (this.#attempt.outcome === "running") {
      this.#waitingSince = this.#ctx.clock.now();
      const part = await this.#next();
      this.#waitingSince = null;
      if (this.#attempt.outcome !== "running") return null;
      if (part !== null && this.#take(part)) return part;
    }
    return null;
  }

  /** Nobody wants its answer any more. It hangs up at once; what is known of its cost stands in its attempt. */
  cancel(outcome: Extract<AttemptOutcome, "cancelled" | "lost-hedge">): void {
    this.#settle(outcome, null);
  }

  async #next(): Promise<StreamPart | null> {
    try {
      this.#iterator ??= this.#dial();
      const { done, value } = await this.#iterator.next();
      if (done !== true) return value;
      this.#fail(noEnd());
    } catch (thrown) {
      this.#fail(describeThrown(thrown));
    }
    return null;
  }

  #dial(): AsyncIterator<StreamPart> {
    const model = this.#ctx.createChatModel(this.candidate);
    return model.stream(this.#dialling.request, this.#hangUp.signal)[Symbol.asyncIterator]();
  }

  /** Whether it is a part of the answer; what it says of the call is noted. */
  #take(part: StreamPart): boolean {
    if (part.type === "error") this.#fail(part.error);
    else if (part.type === "usage") this.#attempt.usage = part.usage;
    else if (part.type === "finish") {
      this.#finishReason = part.reason;
      this.#settle("ended", null);
    } else if (part.type === "response-start") {
      this.#attempt.requestId = part.requestId;
      const now = this.#ctx.clock.now();
      if (part.restMs !== undefined) this.#ctx.health.rest(this.candidate.deploymentId, now + part.restMs, now);
      return true;
    } else {
      this.#countContent(part);
      return true;
    }
    return false;
  }

  #countContent(part: StreamPart): void {
    this.#attempt.outputCharacters += contentLengthOf(part);
    if (this.#attempt.firstPartAt !== null) return;
    const now = this.#ctx.clock.now();
    this.#attempt.firstPartAt = now;
    const begin = { startedAt: this.#attempt.startedAt, isNewAnswer: this.continuedLength === 0 };
    this.#ctx.health.begin(this.candidate.deploymentId, begin, now);
  }

  /** Ends a call that stays silent in the middle of its answer, or longer than there is time. */
  async #watch(): Promise<void> {
    const { clock, limits } = this.#ctx;
    const deadlineAt = this.#dialling.deadlineAt ?? Infinity;
    const patienceMs = this.#dialling.patienceMs ?? Infinity;
    while (this.#attempt.outcome === "running") {
      const now = clock.now();
      const stallsAt = this.#stallsAt(patienceMs);
      if (now >= deadlineAt) this.#settle("stalled", tooLate());
      else if (now >= stallsAt)
        this.#settle("stalled", silent(this.#attempt.firstPartAt ? limits.stallMs : patienceMs));
      else await clock.sleep(Math.min(stallsAt - now, deadlineAt - now, limits.stallMs), this.#hangUp.signal);
    }
  }

  #stallsAt(patienceMs: number): number {
    if (this.#attempt.firstPartAt === null) return this.#attempt.startedAt + patienceMs;
    return this.#waitingSince === null ? Infinity : this.#waitingSince + this.#ctx.limits.stallMs;
  }

  #fail(failure: ProviderFailure): void {
    this.#settle(this.#attempt.firstPartAt === null ? "failed" : "cut", failure);
  }

  #settle(outcome: Exclude<AttemptOutcome, "running">, failure: ProviderFailure | null): void {
    const attempt = this.#attempt;
    if (attempt.outcome !== "running") return;
    const now = this.#ctx.clock.now();
    Object.assign(attempt, { outcome, failure, endedAt: now, requestId: failure?.requestId ?? attempt.requestId });
    const verdict = failure === null ? (outcome === "ended" ? "ok" : "neutral") : REMEDIES[failure.code].verdict;
    const end: CallEnd = { startedAt: attempt.startedAt, verdict, failure };
    this.#ctx.health.end(this.candidate.deploymentId, end, now);
    this.#signal.removeEventListener("abort", this.#onAbort);
    this.#hangUp.abort(OVER);
    void this.#iterator?.return?.()?.catch(ignoreLateFault);
    this.#ctx.onAttempt({ ...attempt });
  }
}

/** One for all calls: the signal would make a new one, with its stack, each time. */
const OVER = new Error("The call is over.");

/** The call is settled: what its provider still says of it changes nothing. */
function ignoreLateFault(): void {}
