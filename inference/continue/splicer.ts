import { ProviderError } from "#inference/provider-error.ts";
import { findOpenFence } from "./find-open-fence.ts";
import { findOverlapStarts, type OverlapStart } from "./find-overlap-starts.ts";
import { readFence } from "./read-fence.ts";
import { readIntroduction } from "./read-introduction.ts";

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
  #decide(isAlone: boolean): number | null {
    const introduction = readIntroduction(this.#held);
    const fence = readFence(this.#held.slice(introduction.length), this.#openFence);
    const behind = introduction.length + fence.length;
    const blanks = /^(\.\.\.|…)?\s*/.exec(this.#held.slice(behind))?.[0].length ?? 0;
    let isClear = !introduction.mayGrow && !fence.mayGrow;
    for (const from of new Set([0, introduction.length, behind, behind + blanks])) {
      const body = this.#held.slice(from);
      const restart = this.#findRestart(body);
      const found = restart === "none" ? this.#findOverlap(body, isAlone) : restart;
      if (typeof found === "number") return from + found;
      if (this.#repeated !== null) return null;
      if (found === "unclear") isClear = false;
    }
    if (!isClear && !isAlone && this.#held.length < HELD_LENGTH_MAX) return null;
    return introduction.length + (fence.opensBlock ? fence.length : 0);
  }

  #findOverlap(body: string, isAlone: boolean): Found {
    for (const { at, onlyAlone } of this.#starts) {
      const length = this.#tail.length - at;
      if (body.length < length || (onlyAlone && !isAlone && body.length === length)) {
        if (!isAlone && this.#tail.startsWith(body, at)) return "unclear";
      } else if ((!onlyAlone || body.length === length) && body.startsWith(this.#tail.slice(at))) return length;
    }
    return "none";
  }

  #findRestart(body: string): Found {
    if (!this.#showsRestart) return "none";
    const length = Math.min(body.length, this.#written.length);
    if (!this.#written.startsWith(body.slice(0, length))) return "none";
    if (length === this.#written.length) return length;
    if (length >= RESTART_LENGTH) {
      this.#repeated = length;
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

/** Whether the beginning of a text is found nowhere else in it, and says enough to be known again. */
function showsRestart(written: string, firstStart: OverlapStart | undefined): boolean {
  if (written.length <= RESTART_LENGTH) return firstStart?.at === 0 && !firstStart.onlyAlone;
  return !written.includes(written.slice(0, RESTART_LENGTH), 1);
}

function startedOver(): ProviderError {
  return new ProviderError("provider-request-rejected", {
    message: "The model cannot continue this answer: asked to go on, it started over.",
    isRetryable: false,
  });
}
