import { createHash } from "node:crypto";
import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { Cursor, ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";
import type { StreamPart } from "#contracts/stream-part.ts";

/** One answer as a page shows it, frame by frame, and what its generation said of its end. */
export class ShownAnswer {
  /** How often a part came out of its order. */
  gaps = 0;
  /** The hash of the stored answer; null until the generation has ended. */
  contentHash: string | null = null;
  readonly #generationId: string;
  readonly #answerId: string;
  #channel = "";
  #cursor: Cursor = { epoch: 0, seq: 0 };
  #parts: readonly MessagePart[] = [];

  constructor(generationId: string, answerId: string) {
    this.#generationId = generationId;
    this.#answerId = answerId;
  }

  get cursor(): Cursor {
    return this.#cursor;
  }

  get hash(): string {
    return createHash("sha256").update(JSON.stringify(this.#parts)).digest("hex");
  }

  take(frame: ServerFrame | TextDeltaFrame): void {
    if (Array.isArray(frame)) {
      const [channel, seq, text] = frame;
      if (channel === this.#channel) this.#add(seq, { type: "text-delta", text });
    } else if (frame.type === "generation.part") {
      if (frame.channel === this.#channel) this.#add(frame.seq, frame.part);
    } else if (frame.type === "message.put") {
      if (frame.message.id === this.#answerId && frame.message.status !== "running") this.#parts = frame.message.parts;
    } else if ("generationId" in frame && frame.generationId === this.#generationId) {
      this.#takeWhole(frame);
    }
  }

  #takeWhole(frame: Extract<ServerFrame, { generationId: string }>): void {
    if (frame.type === "generation.end") {
      this.contentHash = frame.contentHash;
      this.#parts = frame.message.parts ?? this.#parts;
      return;
    }
    if (frame.type === "generation.snapshot") this.#parts = frame.parts;
    else this.#parts = frame.missed.reduce(foldStreamPart, this.#parts);
    this.#channel = frame.channel;
    this.#cursor = frame.cursor;
  }

  #add(seq: number, part: StreamPart): void {
    if (seq !== this.#cursor.seq + 1) this.gaps += 1;
    this.#cursor = { ...this.#cursor, seq };
    this.#parts = foldStreamPart(this.#parts, part);
  }
}
