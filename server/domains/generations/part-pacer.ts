import { storableText } from "#contracts/storable-text.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import { mergePart } from "./merge-part.ts";

/** The pause between two deliveries: shorter than the eye sees, long enough to join what a fast model says. */
export const FLUSH_EVERY_MS = 25;

/**
 * Joins parts as they come and hands them on at a steady pace: the first at once, whatever comes
 * within 25 ms of a delivery together with the next. What it hands on can be stored: half a surrogate
 * pair waits for its other half, other broken text is mended.
 */
export class PartPacer {
  readonly #deliver: (parts: readonly StreamPart[]) => void;
  #waiting: StreamPart[] = [];
  #timer: NodeJS.Timeout | null = null;
  #lastDelivery = -Infinity;

  constructor(deliver: (parts: readonly StreamPart[]) => void) {
    this.#deliver = deliver;
  }

  push(part: StreamPart): void {
    mergePart(this.#waiting, part);
    if (this.#timer) return;
    const pauseMs = this.#lastDelivery + FLUSH_EVERY_MS - performance.now();
    if (pauseMs <= 0) this.#flush(true);
    else this.#timer = setTimeout(() => this.#flush(true), pauseMs);
  }

  /** Hands on what is left. */
  close(): void {
    this.#flush(false);
  }

  #flush(isMoreToCome: boolean): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const parts = this.#waiting;
    this.#waiting = [];
    if (isMoreToCome) this.#holdBackHalfPair(parts);
    const storable = parts.map(mend).filter(saysSomething);
    if (storable.length === 0) return;
    this.#lastDelivery = performance.now();
    this.#deliver(storable);
  }

  #holdBackHalfPair(parts: StreamPart[]): void {
    const last = parts.at(-1);
    if (!last) return;
    if ("text" in last && endsInHalfPair(last.text)) {
      parts[parts.length - 1] = { ...last, text: last.text.slice(0, -1) };
      this.#waiting.push({ ...last, text: last.text.slice(-1) });
    } else if ("inputText" in last && endsInHalfPair(last.inputText)) {
      parts[parts.length - 1] = { ...last, inputText: last.inputText.slice(0, -1) };
      this.#waiting.push({ ...last, inputText: last.inputText.slice(-1) });
    }
  }
}

function endsInHalfPair(text: string): boolean {
  const code = text.charCodeAt(text.length - 1);
  return code >= 0xd800 && code <= 0xdbff;
}

function mend(part: StreamPart): StreamPart {
  if ("text" in part) {
    const text = storableText(part.text);
    return text === part.text ? part : { ...part, text };
  }
  if ("inputText" in part) {
    const inputText = storableText(part.inputText);
    return inputText === part.inputText ? part : { ...part, inputText };
  }
  if (part.type !== "tool-call-start") return part;
  return { ...part, toolCallId: storableText(part.toolCallId), toolName: storableText(part.toolName) };
}

function saysSomething(part: StreamPart): boolean {
  if ("text" in part) return part.text !== "";
  return "inputText" in part ? part.inputText !== "" : true;
}
