import { EVENT_LENGTH_MAX, STREAM_LINES_MAX } from "#inference/size-limits.ts";
import { ProviderError } from "#inference/provider-error.ts";

/** One server-sent event: its `event` field, empty when it has none, and its `data`. */
export type ServerSentEvent = { event: string; data: string };

/**
 * Cuts a text stream into server-sent events as the HTML standard defines them, without `id` and
 * `retry`; comments vanish. https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export class EventSplitter {
  /** The pieces of a line that has not ended; joined once, so that a byte at a time stays linear. */
  #lineStart: string[] = [];
  #length = 0;
  #endsWithReturn = false;
  #event = "";
  #data: string[] = [];
  #lines = 0;

  /** The events that `text` completes. Throws ProviderError when one exceeds EVENT_LENGTH_MAX, or all STREAM_LINES_MAX. */
  push(text: string): ServerSentEvent[] {
    const events: ServerSentEvent[] = [];
    let from = this.#endsWithReturn && text.startsWith("\n") ? 1 : 0;
    if (text !== "") this.#endsWithReturn = text.endsWith("\r");
    const hasReturn = text.includes("\r");
    while (from < text.length) {
      const end = hasReturn ? indexOfLineEnd(text, from) : text.indexOf("\n", from);
      if (end === -1) break;
      this.#endLine(text.slice(from, end), events);
      from = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
    }
    this.#keep(text.slice(from));
    return events;
  }

  #keep(piece: string): void {
    if (piece === "") return;
    this.#length += piece.length;
    if (this.#length > EVENT_LENGTH_MAX) throw tooMuch(`one event of more than ${EVENT_LENGTH_MAX} characters`);
    this.#lineStart.push(piece);
  }

  #endLine(tail: string, events: ServerSentEvent[]): void {
    this.#lines += 1;
    if (this.#lines > STREAM_LINES_MAX) throw tooMuch(`more than ${STREAM_LINES_MAX} lines`);
    this.#keep(tail);
    const line = this.#lineStart.length === 1 ? (this.#lineStart[0] ?? "") : this.#lineStart.join("");
    this.#lineStart = [];
    if (line === "") {
      if (this.#data.length > 0) events.push({ event: this.#event, data: this.#data.join("\n") });
      this.#event = "";
      this.#data = [];
      this.#length = 0;
      return;
    }
    this.#readField(line);
  }

  #readField(line: string): void {
    const colon = line.indexOf(":");
    const name = colon === -1 ? line : line.slice(0, colon);
    if (name !== "data" && name !== "event") return;
    const value = colon === -1 ? "" : line.slice(line[colon + 1] === " " ? colon + 2 : colon + 1);
    if (name === "data") this.#data.push(value);
    else this.#event = value;
  }
}

function indexOfLineEnd(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  const carriageReturn = text.indexOf("\r", from);
  if (carriageReturn === -1) return feed;
  return feed === -1 ? carriageReturn : Math.min(feed, carriageReturn);
}

function tooMuch(what: string): ProviderError {
  return new ProviderError("provider-stream-broken", { message: `The provider sent ${what}.`, isRetryable: false });
}
