import type { MessagePart } from "#contracts/message.ts";
import type { Cursor } from "#contracts/socket-frames.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { GenerationListener, GenerationView } from "#server/domains/generations/index.ts";

const ID = "01900000-0000-7000-8000-000000000001";

/** A generation whose parts are given, with nothing behind it. */
export class FedView implements GenerationView {
  readonly record = { userId: ID, id: ID, conversationId: ID, answerId: ID };
  readonly #listeners = new Set<GenerationListener>();
  #seq = 0;
  #text = "";

  cursor(): Cursor {
    return { epoch: 1, seq: this.#seq };
  }

  content(): readonly MessagePart[] {
    return [{ type: "text", text: this.#text }];
  }

  partsAfter(): readonly StreamPart[] {
    return [];
  }

  listen(listener: GenerationListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Shows one more part to everybody. */
  feed(text: string): void {
    this.#seq += 1;
    this.#text += text;
    for (const listener of this.#listeners) listener.onParts(this.#seq, [{ type: "text-delta", text }]);
  }
}
