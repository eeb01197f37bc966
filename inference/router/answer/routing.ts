import type { ProviderFailure, StreamPart } from "#contracts/stream-part.ts";
import { canContinue } from "#inference/continue/can-continue.ts";
import { isContinuation } from "#inference/continue/is-continuation.ts";
import type { AttemptKind } from "#inference/router/attempt.ts";
import type { Candidate } from "#inference/router/candidate.ts";
import type { DeploymentHealth } from "#inference/router/health/health-view.ts";
import type { Route } from "#inference/router/route.ts";
import type { RouterContext } from "#inference/router/router-context.ts";
import { addUsage } from "#contracts/add-usage.ts";
import { allRest, nobodyLeft, tooLate } from "./call-failures.ts";
import { Call } from "./call.ts";
import { pickHedge } from "./pick-hedge.ts";
import { measureContent } from "./measure-content.ts";
import { type Pick, pickNext } from "./pick-next.ts";
import { type Opening, raceToFirstPart } from "./race-to-first-part.ts";
import { type SafeBoundary, ShownAnswer } from "./shown-answer.ts";

/** A call that is slower than this share of its deployment's calls is worth a hedge. */
const LATE_SHARE = 0.95;

/** One for all timers: their signals would each make a new one, with its stack. */
const OVER = new Error("Nobody waits any more.");

/** Who is asked, as what, and how long the first content of nineteen of twenty of its calls takes at most. */
type Asked = { candidate: Candidate; kind: AttemptKind; usualMs: number | null };

/** One answer on its way: who was asked, what stands of it, and who is asked next. */
export class Routing {
  readonly shown: ShownAnswer;
  readonly #ctx: RouterContext;
  readonly #route: Route;
  readonly #signal: AbortSignal;
  readonly #calls: Call[] = [];

  constructor(ctx: RouterContext, route: Route, signal: AbortSignal) {
    this.#ctx = ctx;
    this.#route = route;
    this.#signal = signal;
    this.shown = new ShownAnswer(route.request);
    const now = ctx.clock.now();
    ctx.retryBudget.countAnswer(now);
    ctx.hedgeBudget.countAnswer(now);
  }

  /** Asks until somebody's content comes or the last word is said; null where nobody is left, or the answer is not wanted any more. */
  async open(): Promise<(Opening & { boundary: SafeBoundary }) | null> {
    while (!this.#signal.aborted) {
      const boundary = this.shown.findSafeBoundary();
      const pick = this.#affordable(this.#pick(boundary));
      if (pick === null) return null;
      await this.#waitUntil(pick.at);
      if (this.#signal.aborted) return null;
      const opening = await this.#ask(pick.candidate, boundary);
      const { outcome } = opening.call.attempt;
      if (outcome === "running" || outcome === "ended") return { ...opening, boundary };
    }
    return null;
  }

  /** The parts that end the answer: what all its calls cost, and the last word or the failure that tells most; nothing after an abort. */
  end(): StreamPart[] {
    if (this.#signal.aborted) return [];
    const usage = addUsage(...this.#calls.map(({ attempt }) => attempt.usage));
    const reason = this.#calls.find(({ finishReason }) => finishReason !== null)?.finishReason ?? null;
    const last: StreamPart =
      reason === null ? { type: "error", error: this.#describeEnd() } : { type: "finish", reason };
    return usage === null ? [last] : [{ type: "usage", usage }, last];
  }

  /** Nobody reads any more: hangs up whatever still runs. */
  close(): void {
    for (const call of this.#calls) call.cancel("cancelled");
  }

  #healthOf = (candidate: Candidate): DeploymentHealth =>
    this.#ctx.health.read(candidate.deploymentId, this.#ctx.clock.now());

  #pick({ content }: SafeBoundary): Pick[] {
    const isNew = !isContinuation(content);
    const order = this.#route.order.filter(
      ({ connection, modelName }) => isNew || canContinue(connection.provider, modelName),
    );
    const { clock, limits, random } = this.#ctx;
    const attempts = this.#calls.map(({ attempt }) => attempt);
    const length = measureContent(content);
    const fruitless = this.#calls.flatMap((call) => (call.continuedLength === length ? [call.attempt] : []));
    return pickNext({ order, attempts, fruitless, healthOf: this.#healthOf, limits, random, now: clock.now() });
  }

  /** The first that there is time and budget for. */
  #affordable(picks: readonly Pick[]): Pick | null {
    const { clock, limits, retryBudget } = this.#ctx;
    const now = clock.now();
    for (const pick of picks) {
      if (pick.at > now + limits.waitMs || this.#isTooLate(pick.at)) continue;
      if (pick.needsBudget && !retryBudget.trySpend(now)) continue;
      if (!pick.needsBudget && this.#calls.length > 0) retryBudget.spend(now);
      return pick;
    }
    return null;
  }

  async #waitUntil(at: number): Promise<void> {
    const ms = at - this.#ctx.clock.now();
    if (ms > 0) await this.#ctx.clock.sleep(ms, this.#signal);
  }

  async #ask(candidate: Candidate, boundary: SafeBoundary): Promise<Opening> {
    const { limits, clock } = this.#ctx;
    const ms = this.#usualMs(candidate);
    const call = this.#dial({ candidate, kind: this.#kindOf(candidate), usualMs: ms }, boundary);
    if (boundary.content.length > 0 || ms === null)
      return raceToFirstPart(call, { late: null, startHedge: () => null });
    const hedgedAfterMs = Math.max(ms, limits.hedgeMsMin);
    const timer = new AbortController();
    const startHedge = (): Call | null => this.#startHedge(call, boundary);
    const late = clock.sleep(hedgedAfterMs, timer.signal);
    const opening = await raceToFirstPart(call, { late, startHedge });
    timer.abort(OVER);
    this.#noteLostHedge(call, hedgedAfterMs);
    return opening;
  }

  /** So long nineteen of twenty calls take at most to their first content; null where too few were made to know. */
  #usualMs({ deploymentId }: Candidate): number | null {
    const { ms, calls } = this.#ctx.health.readFirstPartTime(deploymentId, LATE_SHARE, this.#ctx.clock.now());
    return calls < this.#ctx.limits.hedgeCalls ? null : ms;
  }

  #startHedge({ candidate }: Call, boundary: SafeBoundary): Call | null {
    const now = this.#ctx.clock.now();
    const failed = new Set(this.#calls.flatMap((call) => (call.attempt.failure === null ? [] : [call.candidate])));
    const order = this.#route.order.filter((other) => !failed.has(other));
    const hedge = pickHedge(candidate, order, { healthOf: this.#healthOf, now });
    if (hedge === null || this.#signal.aborted || this.#isTooLate(now) || !this.#ctx.hedgeBudget.trySpend(now))
      return null;
    return this.#dial({ candidate: hedge, kind: "hedge", usualMs: this.#usualMs(hedge) }, boundary);
  }

  #noteLostHedge({ candidate, attempt }: Call, hedgedAfterMs: number): void {
    if (attempt.outcome !== "lost-hedge" || attempt.endedAt === null) return;
    const ms = attempt.endedAt - attempt.startedAt;
    this.#ctx.health.observeLostHedge(candidate.deploymentId, { ms, hedgedAfterMs }, attempt.endedAt);
  }

  #dial({ candidate, kind, usualMs }: Asked, { toPart, content }: SafeBoundary): Call {
    const { request, considered, deadlineAt } = this.#route;
    const { patience, patienceMsMin } = this.#ctx.limits;
    const patienceMs = usualMs === null ? null : Math.max(usualMs * patience, patienceMsMin);
    const progress = { kind, number: this.#calls.length + 1, fromPart: toPart, considered, deadlineAt, patienceMs };
    const dialling = { candidate, request: { ...request, continues: content }, ...progress };
    const call = new Call(this.#ctx, dialling, this.#signal);
    this.#calls.push(call);
    return call;
  }

  #isTooLate(at: number): boolean {
    return at >= (this.#route.deadlineAt ?? Infinity);
  }

  #kindOf({ deploymentId }: Candidate): AttemptKind {
    if (this.#calls.length === 0) return "first";
    return this.#calls.some(({ candidate }) => candidate.deploymentId === deploymentId) ? "retry" : "failover";
  }

  /** Where something may help later, the failure that says so is told: a wrong key elsewhere is not the person's trouble. */
  #describeEnd(): ProviderFailure {
    const failures = this.#calls.flatMap(({ attempt }) => (attempt.failure === null ? [] : [attempt.failure]));
    const told = failures.findLast(({ isRetryable }) => isRetryable) ?? failures.at(-1);
    if (told !== undefined) return told;
    const now = this.#ctx.clock.now();
    if (this.#isTooLate(now)) return tooLate();
    const rests = this.#route.order.map((candidate) => this.#healthOf(candidate).restUntil - now);
    return rests.length > 0 && Math.min(...rests) > 0 ? allRest(Math.min(...rests)) : nobodyLeft();
  }
}
