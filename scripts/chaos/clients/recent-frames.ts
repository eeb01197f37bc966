import type { ClientFrame, ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";

const KEPT = 24;

/** The latest frames of one client in a few words each, for who looks for the reason of a violation. */
export class RecentFrames {
  readonly #words: string[] = [];

  hear(frame: ServerFrame | TextDeltaFrame): void {
    if (!Array.isArray(frame)) return this.#keep(`${frame.type}${describe(frame)}`);
    // Of many deltas the last is enough.
    if (this.#words.at(-1)?.includes(" #")) this.#words.pop();
    this.#keep(`#${frame[0]}:${frame[1]}`);
  }

  say(frame: ClientFrame): void {
    this.#keep(`> ${frame.type}${"cursors" in frame ? ` ${JSON.stringify(frame.cursors)}` : ""}`);
  }

  note(words: string): void {
    this.#keep(`(${words})`);
  }

  toString(): string {
    return this.#words.join(", ");
  }

  #keep(words: string): void {
    this.#words.push(`${Math.round(performance.now())} ${words}`);
    if (this.#words.length > KEPT) this.#words.shift();
  }
}

function describe(frame: ServerFrame): string {
  if (frame.type === "message.put") return ` ${frame.message.status} of ${frame.message.generationId ?? "a person"}`;
  if (frame.type === "reject") return ` ${frame.code}`;
  if (frame.type === "generation.snapshot" || frame.type === "generation.resume")
    return ` ${frame.generationId} #${frame.channel}:${frame.cursor.epoch}.${frame.cursor.seq}`;
  if (frame.type === "generation.part") return ` #${frame.channel}:${frame.seq}`;
  return frame.type === "generation.end" ? ` ${frame.generationId} ${frame.seq}` : "";
}
