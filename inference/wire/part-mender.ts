import type { StreamPart } from "#contracts/stream-part.ts";

const TOOL_CALL_LENGTH = 1_000;

type DeltaPart = Extract<StreamPart, { type: `${string}-delta` }>;

/**
 * Makes a model's text safe to store and to encode part by part: a character that was cut in two
 * waits for its other half, half characters and NUL (which PostgreSQL cannot hold) become U+FFFD,
 * and deltas without text vanish.
 */
export class PartMender {
  /** A delta whose text is the first half of a surrogate pair. */
  #held: DeltaPart | null = null;

  /** The parts that are whole now that `part` has come; a terminal part lets nothing be held back. */
  push(part: StreamPart): StreamPart[] {
    if (!isDelta(part)) return [...this.end(), part];
    const joins = this.#held !== null && isSameBlock(this.#held, part);
    const before = joins ? [] : this.end();
    const joined = joins && this.#held !== null ? textOf(this.#held) + textOf(part) : textOf(part);
    this.#held = null;
    const endsInHalf = isFirstHalf(joined.charCodeAt(joined.length - 1));
    if (endsInHalf) this.#held = withText(part, joined.slice(-1));
    const whole = endsInHalf ? joined.slice(0, -1) : joined;
    if (whole === "") return before;
    const mended = whole === textOf(part) && isSound(whole) ? part : withText(part, mend(whole));
    return before.length === 0 ? [mended] : [...before, mended];
  }

  /** What is left when nothing follows. */
  end(): StreamPart[] {
    if (this.#held === null) return [];
    const rest = withText(this.#held, mend(textOf(this.#held)));
    this.#held = null;
    return [rest];
  }
}

/** How much content a part adds, in UTF-16 units; a tool call is never free, so that their number is bounded too. */
export function contentLengthOf(part: StreamPart): number {
  if (isDelta(part)) return textOf(part).length;
  return part.type === "tool-call-start" ? part.toolCallId.length + part.toolName.length + TOOL_CALL_LENGTH : 0;
}

function isDelta(part: StreamPart): part is DeltaPart {
  return part.type.endsWith("-delta");
}

function isSameBlock(a: DeltaPart, b: DeltaPart): boolean {
  if (a.type === "tool-call-delta" && b.type === "tool-call-delta") return a.toolCallId === b.toolCallId;
  return a.type === b.type;
}

function textOf(part: DeltaPart): string {
  return part.type === "tool-call-delta" ? part.inputText : part.text;
}

function withText(part: DeltaPart, text: string): DeltaPart {
  return part.type === "tool-call-delta" ? { ...part, inputText: text } : { ...part, text };
}

function isFirstHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isSound(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

function mend(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\u{FFFD}");
}
