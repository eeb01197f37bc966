import { BreakerSwitch } from "./breaker-switch.ts";
import type { CallBegin, CallEnd } from "./call-end.ts";
import { readQuantile } from "./first-part-times.ts";
import type { DeploymentSnapshot } from "./health-snapshot.ts";
import type { DeploymentHealth, FailureNote, OutcomeCounts, ProbeNote } from "./health-view.ts";
import { ProcessShare } from "./process-share.ts";
import { countInFlight, countOutcomes, countTimes, readSlowestPeak } from "./read-share.ts";
import { joinNotes } from "./join-notes.ts";

const RECENT_MS = 30_000;
const LASTING_MS = 5 * 60_000;

/** So many faults open the breaker: in a row, or as half of the recent calls and more. */
const FAULTS_TO_OPEN = 5;

/** How long a deployment rests that asks for a pause and does not say how long; doubled each time in a row, up to the longest. */
const REST_MS = 1_000;
const REST_MS_MAX = 30_000;

/** So long what was counted is taken to be the same, unless a call has ended meanwhile. */
const COUNTED_MS = 100;

type Counted = { at: number; recent: OutcomeCounts; lasting: OutcomeCounts };

/** What is known of one deployment: seen by this process, and told by others. */
export class DeploymentRecord {
  readonly #breaker: BreakerSwitch;
  readonly #own = new ProcessShare();
  readonly #shares: Map<string, ProcessShare>;
  #counted: Counted | null = null;
  #restUntil = 0;
  /** When those calls began whose content has not. */
  readonly #waiting: number[] = [];
  /** When those calls began whose content has, and that have not ended. */
  readonly #begun: number[] = [];
  #faultsInARow = 0;
  #limitsInARow = 0;
  #failures: FailureNote[] = [];
  #probes: ProbeNote[] = [];
  changedAt = 0;

  constructor(processId: string) {
    this.#breaker = new BreakerSwitch(processId);
    this.#shares = new Map([[processId, this.#own]]);
  }

  start(now: number): void {
    this.changedAt = now;
    this.#own.inFlight += 1;
    this.#own.lastCallAt = now;
    this.#waiting.push(now);
    this.#breaker.beginCall(now);
  }

  begin({ startedAt, isNewAnswer }: CallBegin, now: number): void {
    if (take(this.#waiting, startedAt)) this.#begun.push(startedAt);
    if (isNewAnswer) this.observeFirstPart(now - startedAt, now);
  }

  observeFirstPart(ms: number, now: number, isLate?: { afterMs: number }): void {
    this.changedAt = now;
    this.#own.observeFirstPart(ms, now, isLate);
  }

  end(end: CallEnd, now: number): void {
    this.changedAt = now;
    this.#own.inFlight -= 1;
    if (!take(this.#begun, end.startedAt)) take(this.#waiting, end.startedAt);
    if (end.failure !== null) this.#note(end.failure, now);
    this.#breaker.endCall(end.startedAt, now);
    const { verdict, failure } = end;
    if (verdict === "limited" || (verdict === "fault" && failure?.retryAfterMs)) this.#limit(failure, now);
    // What was asked before the deployment failed or came back says nothing of how it is since.
    if (end.startedAt >= this.#breaker.since) this.#judge(end, now);
  }

  noteProbe(probe: ProbeNote): void {
    this.changedAt = probe.at;
    this.#probes = joinNotes([probe], this.#probes);
  }

  rest(until: number, now: number): void {
    this.changedAt = now;
    this.#restUntil = Math.max(this.#restUntil, until);
  }

  read(now: number): DeploymentHealth {
    const shares = [...this.#shares.values()];
    const { recent, lasting } = this.#count(now);
    return {
      ...this.#breaker.read(now),
      restUntil: this.#restUntil > now ? this.#restUntil : 0,
      recent,
      lasting,
      firstPartMs: readSlowestPeak(shares, now),
      waitingMs: this.#waiting[0] === undefined ? 0 : now - this.#waiting[0],
      inFlight: countInFlight(this.#shares, this.#own, now),
      lastCallAt: Math.max(...shares.map(({ lastCallAt }) => lastCallAt)),
      failures: this.#failures,
      probes: this.#probes,
    };
  }

  readFirstPartTime(share: number, now: number): { ms: number | null; calls: number } {
    const counts = countTimes(this.#shares.values(), now - LASTING_MS);
    const calls = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return { ms: readQuantile(counts, share), calls };
  }

  export(deploymentId: string, since: number): DeploymentSnapshot {
    const { outcomes, times, peak, inFlight, lastCallAt } = this.#own;
    return {
      deploymentId,
      outcomes: outcomes.entriesSince(since),
      times: times.entriesSince(since),
      peak,
      inFlight,
      lastCallAt,
      ...this.#breaker.export(),
      restUntil: this.#restUntil,
      failures: this.#failures,
      probes: this.#probes,
    };
  }

  /** Joins what another process told; in any order, however often. */
  merge(processId: string, told: DeploymentSnapshot): void {
    const share = this.#shares.get(processId) ?? new ProcessShare();
    this.#shares.set(processId, share);
    this.#counted = null;
    share.outcomes.merge(told.outcomes);
    share.times.merge(told.times);
    if (told.peak !== null && told.peak.at >= (share.peak?.at ?? 0)) share.peak = told.peak;
    if (told.lastCallAt >= share.lastCallAt) share.inFlight = told.inFlight;
    share.lastCallAt = Math.max(share.lastCallAt, told.lastCallAt);
    this.#breaker.merge(told);
    this.#restUntil = Math.max(this.#restUntil, told.restUntil);
    this.#failures = joinNotes(this.#failures, told.failures);
    this.#probes = joinNotes(this.#probes, told.probes);
  }

  #judge({ verdict, failure }: CallEnd, now: number): void {
    if (verdict === "neutral" || verdict === "limited") return;
    this.#counted = null;
    this.#own.countCall(verdict !== "ok", now);
    if (verdict === "ok") {
      this.#faultsInARow = 0;
      this.#limitsInARow = 0;
      this.#breaker.close(now);
      return;
    }
    this.#faultsInARow += 1;
    const isClosed = !this.#breaker.isOpen;
    if (isClosed && verdict === "fault" && !this.#hasManyFaults(now)) return;
    if (this.#breaker.open(failure?.code ?? verdict, now)) this.#faultsInARow = 0;
    this.#counted = null;
  }

  /** Every answer reads this of every candidate, and a window moves slowly. */
  #count(now: number): Counted {
    if (this.#counted !== null && now >= this.#counted.at && now - this.#counted.at < COUNTED_MS) return this.#counted;
    const shares = [...this.#shares.values()];
    const recent = countOutcomes(shares, this.#since(now, RECENT_MS));
    this.#counted = { at: now, recent, lasting: countOutcomes(shares, this.#since(now, LASTING_MS)) };
    return this.#counted;
  }

  #hasManyFaults(now: number): boolean {
    if (this.#faultsInARow >= FAULTS_TO_OPEN) return true;
    const { calls, faults } = this.#count(now).recent;
    return calls >= FAULTS_TO_OPEN && faults * 2 >= calls;
  }

  #limit(failure: CallEnd["failure"], now: number): void {
    const asked = failure?.retryAfterMs ?? null;
    if (asked === null) this.#limitsInARow += 1;
    this.rest(now + (asked ?? Math.min(REST_MS * 2 ** (this.#limitsInARow - 1), REST_MS_MAX)), now);
  }

  /** What was counted before the breaker last closed is forgiven. */
  #since(now: number, windowMs: number): number {
    return Math.max(now - windowMs, this.#breaker.isOpen ? 0 : this.#breaker.since);
  }

  #note({ code, message, status, requestId }: NonNullable<CallEnd["failure"]>, at: number): void {
    this.#failures = joinNotes([{ at, code, message, status, requestId }], this.#failures);
  }
}

/** Calls that began in the same millisecond are alike: which of them is taken does not matter. */
function take(moments: number[], moment: number): boolean {
  const index = moments.indexOf(moment);
  if (index !== -1) moments.splice(index, 1);
  return index !== -1;
}
