import { ProviderError } from "#inference/provider-error.ts";
import { findOpenFence } from "./find-open-fence.ts";
import { findOverlapStarts, STRENGTHS, type OverlapStart, type Strength } from "./find-overlap-starts.ts";
import { readOpening } from "./read-opening.ts";

/** How much of the end of what was written a continuation may repeat, in UTF-16 units, unless it repeats all of it. */
const OVERLAP_LENGTH_MAX = 400;
/** The most that is held back until it is clear; must exceed OVERLAP_LENGTH_MAX and an introduction together. */
const HELD_LENGTH_MAX = 640;
/** So much of the very beginning, letter for letter, is no chance: the model has started over. Must stay below HELD_LENGTH_MAX. */
const RESTART_LENGTH = 120;

/** What an overlap's search may say: so long it is, none is there, or more text must come first. */
type Found = number | "none" | "unclear";

/**
 * Takes off a continuation what was there already: the last words once more, a line about going
 * on, a fence that is open already, all from the beginning. Holds back only what could still turn
 * out to be that. Where it is in doubt it keeps what came: a word twice is ugly, a lost one is a lie.
 */
export class Splicer {
  readonly #written: string;
  readonly #tail: string;
  readonly #starts: readonly OverlapStart[];
  readonly #openFence: string | null;
  readonly #showsRestart: boolean;
  #held = "";
  /** How much of `#written` a model that started over has repeated; null where it has not. */
  #repeated: number | null = null;
  #isSettled = false;

  /** `written` is the text so far, as the model was shown it. */
  constructor(written: string) {
    this.#written = written;
    this.#tail = written.slice(-OVERLAP_LENGTH_MAX);
    this.#starts = findOverlapStarts(this.#tail);
    this.#openFence = findOpenFence(written);
    this.#showsRestart = showsRestart(written, this.#starts[0]);
  }

  /** True once nothing is held back any more: what comes from now on is passed on as it is. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** What may be shown of the continuation now that `text` has come. Throws ProviderError where the model starts over with other words. */
  push(text: string): string {
    if (this.#isSettled) return text;
    if (this.#repeated !== null) return this.#followRestart(text, this.#repeated);
    this.#held += text;
    const skipped = this.#decide(false);
    return skipped === null ? "" : this.#settle(skipped);
  }

  /** What was held back, now that nothing more comes. Throws ProviderError where the model started over and did not get as far. */
  end(): string {
    if (this.#isSettled) return "";
    if (this.#repeated !== null) throw startedOver();
    return this.#settle(this.#decide(true) ?? 0);
  }

  #settle(skipped: number): string {
    this.#isSettled = true;
    const rest = this.#held.slice(skipped);
    this.#held = "";
    return rest;
  }

  /** How much of what is held goes; null where that is not clear yet, or the model has started over. */
  #decide(isAll: boolean): number | null {
    const { contentAt, places, mayGrow } = readOpening(this.#held, this.#openFence);
    let isClear = !mayGrow;
    for (const { at, needs } of places) {
      const body = this.#held.slice(at);
      const restart = this.#findRestart(body);
      if (this.#repeated !== null) return null;
      const found = restart === "none" ? this.#findOverlap(body, needs, isAll) : restart;
      if (typeof found === "number") return at + found;
      if (found === "unclear") isClear = false;
    }
    return isClear || isAll || this.#held.length >= HELD_LENGTH_MAX ? contentAt : null;
  }

  #findOverlap(body: string, needs: Strength, isAll: boolean): Found {
    for (const { at, strength } of this.#starts) {
      if (STRENGTHS.indexOf(strength) < STRENGTHS.indexOf(needs)) continue;
      const length = this.#tail.length - at;
      const mustWait = body.length < length || (strength === "alone" && body.length === length);
      if (mustWait && !isAll && this.#tail.startsWith(body, at)) return "unclear";
      if (strength === "alone" && body.length > length) continue;
      if (body.startsWith(this.#tail.slice(at))) return length;
    }
    return "none";
  }

  #findRestart(body: string): Found {
    if (!this.#showsRestart) return "none";
    const same = commonLength(this.#written, body);
    if (same === this.#written.length) return same;
    if (same < body.length) {
      if (same >= RESTART_LENGTH) throw startedOver();
      return "none";
    }
    if (same >= RESTART_LENGTH) {
      this.#repeated = same;
      this.#held = "";
    }
    return "unclear";
  }

  #followRestart(text: string, repeated: number): string {
    const expected = this.#written.slice(repeated, repeated + text.length);
    if (!text.startsWith(expected)) throw startedOver();
    this.#repeated = repeated + expected.length;
    if (this.#repeated < this.#written.length) return "";
    this.#isSettled = true;
    return text.slice(expected.length);
  }
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Whether the beginning of a text is found nowhere else in it, and says enough to be known again. */
function showsRestart(written: string, firstStart: OverlapStart | undefined): boolean {
  if (written.length <= RESTART_LENGTH) return firstStart?.at === 0 && firstStart.strength !== "alone";
  return !written.includes(written.slice(0, RESTART_LENGTH), 1);
}

function startedOver(): ProviderError {
  return new ProviderError("provider-request-rejected", {
    message: "The model cannot continue this answer: asked to go on, it started over.",
    isRetryable: false,
  });
}
