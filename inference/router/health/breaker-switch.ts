import { type Breaker, CLOSED, closeBreaker, openBreaker, readBreaker } from "./breaker.ts";
import type { DeploymentSnapshot } from "./health-snapshot.ts";
import type { DeploymentHealth } from "./health-view.ts";
import { newest, type Register, setRegister } from "./register.ts";

/** A call that tries a half-open deployment keeps all others away for so long at most. */
const TRIAL_MS = 60_000;

/** The breaker of one deployment, which any process may open and close. */
export class BreakerSwitch {
  readonly #processId: string;
  #breaker: Register<Breaker> = { value: CLOSED, at: 0, by: "" };
  /** Until when a call tries it that is half-open. */
  #trial: Register<number> = { value: 0, at: 0, by: "" };

  constructor(processId: string) {
    this.#processId = processId;
  }

  /** When it last opened or closed. */
  get since(): number {
    return this.#breaker.value.since;
  }

  get isOpen(): boolean {
    return this.#breaker.value.isOpen;
  }

  read(now: number): Pick<DeploymentHealth, "breaker" | "openUntil" | "openReason" | "mayTry"> {
    const breaker = readBreaker(this.#breaker.value, now);
    const { until, reason } = this.#breaker.value;
    const mayTry = breaker === "half-open" && this.#trial.value <= now;
    return { breaker, openUntil: until, openReason: breaker === "closed" ? "" : reason, mayTry };
  }

  /** A call begins: while the breaker is half-open it keeps the others away. */
  beginCall(now: number): void {
    if (readBreaker(this.#breaker.value, now) === "half-open") this.#setTrial(now + TRIAL_MS, now);
  }

  /** A call has ended, and makes room for the next trial. */
  endCall(startedAt: number, now: number): void {
    if (this.#trial.value > 0 && startedAt >= this.#breaker.value.until) this.#setTrial(0, now);
  }

  close(now: number): void {
    if (this.isOpen) this.#setBreaker(closeBreaker(this.#breaker.value, now), now);
  }

  /** Opens it, and once more where it was half-open. Returns false where it is open already. */
  open(reason: string, now: number): boolean {
    if (readBreaker(this.#breaker.value, now) === "open") return false;
    this.#setBreaker(openBreaker(this.#breaker.value, now, reason), now);
    return true;
  }

  export(): Pick<DeploymentSnapshot, "breaker" | "trial"> {
    return { breaker: this.#breaker, trial: this.#trial };
  }

  merge({ breaker, trial }: Pick<DeploymentSnapshot, "breaker" | "trial">): void {
    this.#breaker = newest(this.#breaker, breaker);
    this.#trial = newest(this.#trial, trial);
  }

  #setBreaker(breaker: Breaker, at: number): void {
    this.#breaker = setRegister(this.#breaker, breaker, { at, by: this.#processId });
  }

  #setTrial(until: number, at: number): void {
    this.#trial = setRegister(this.#trial, until, { at, by: this.#processId });
  }
}
