import type { Cursor, ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { GenerationEnd, GenerationView } from "#server/domains/generations/index.ts";
import type { Connection } from "./connection.ts";
import { encodeServerFrame } from "./encode-server-frame.ts";
import { presentEnd } from "./present-end.ts";

let lastChannel = 0;

/** What a broadcast tells its owner. */
export type BroadcastEvents = {
  /** It is over, or has no viewers left: forget it. */
  onDone: () => void;
  /** The generation goes on elsewhere; these viewers, who show it up to their cursors, need another broadcast. */
  onMoved: (viewers: ReadonlyMap<Connection, Cursor | null>) => void;
};

/** One running generation and everybody in this process who watches it: each frame is encoded once for all of them. */
export class Broadcast {
  readonly #view: GenerationView;
  readonly #events: BroadcastEvents;
  readonly #channel = (++lastChannel).toString(36);
  readonly #viewers = new Set<Connection>();
  /** Viewers who read too slowly for deltas; each gets a snapshot when it has caught up. */
  readonly #behind = new Set<Connection>();
  /** Viewers who show more than the view has: its log was lost and is being given again. Nothing is taken back from them. */
  readonly #ahead = new Map<Connection, Cursor>();
  #stopListening: (() => void) | null = null;

  constructor(view: GenerationView, events: BroadcastEvents) {
    this.#view = view;
    this.#events = events;
  }

  /** Begins to listen; apart from the constructor, because a view that is over already ends at once. */
  start(): void {
    this.#stopListening = this.#view.listen({
      onParts: (firstSeq, parts) => this.#deliver(firstSeq, parts),
      onMoved: () => this.#move(),
      onEnd: (end) => this.#end(end),
    });
  }

  /**
   * Shows the viewer what there is, from its cursor on where that is less, and then all that comes. One who has more
   * than that already is shown nothing until there is as much.
   */
  add(viewer: Connection, given: Cursor | null): void {
    const cursor = given ?? this.#ahead.get(viewer) ?? null;
    this.#viewers.add(viewer);
    this.#behind.delete(viewer);
    this.#ahead.delete(viewer);
    if (cursor && isBefore(this.#view.cursor(), cursor)) this.#ahead.set(viewer, cursor);
    else viewer.send(this.#resumeFrame(cursor) ?? this.#snapshotFrame());
  }

  remove(viewer: Connection): void {
    this.#behind.delete(viewer);
    this.#ahead.delete(viewer);
    if (this.#viewers.delete(viewer) && this.#viewers.size === 0) this.#finish();
  }

  /** The viewer has read all that waited for it. */
  catchUp(viewer: Connection): void {
    if (this.#behind.delete(viewer)) viewer.send(this.#snapshotFrame());
  }

  #deliver(firstSeq: number, parts: readonly StreamPart[]): void {
    const encoded = parts.map((part, index) => encodeServerFrame(this.#partFrame(firstSeq + index, part)));
    const frames = encoded.length === 1 && encoded[0] ? encoded[0] : Buffer.concat(encoded);
    for (const viewer of this.#viewers) {
      const cursor = this.#ahead.get(viewer);
      if (cursor) {
        if (!isBefore(this.#view.cursor(), cursor)) this.add(viewer, cursor);
        continue;
      }
      if (viewer.isSlow) this.#behind.add(viewer);
      if (!this.#behind.has(viewer)) viewer.write(frames);
    }
  }

  #end(end: GenerationEnd): void {
    const encoded = new Map<number, Buffer>();
    // A log that was lost and not given again is shorter than what is stored.
    const hasAll = this.#view.cursor().seq >= end.seq;
    for (const viewer of this.#viewers) {
      // Who is behind has not the content that the end speaks of.
      if (!hasAll || this.#ahead.has(viewer)) viewer.send({ type: "message.put", message: end.message });
      else if (this.#behind.delete(viewer)) viewer.send(this.#snapshotFrame());
      const version = viewer.protocolVersion;
      const frame = encoded.get(version) ?? encodeServerFrame(presentEnd(end, version));
      encoded.set(version, frame);
      viewer.write(frame);
    }
    this.#finish();
  }

  #move(): void {
    const shown = this.#view.cursor();
    const find = (viewer: Connection) => this.#ahead.get(viewer) ?? (this.#behind.has(viewer) ? null : shown);
    const viewers = new Map([...this.#viewers].map((viewer) => [viewer, find(viewer)]));
    this.#finish();
    this.#events.onMoved(viewers);
  }

  #finish(): void {
    this.#viewers.clear();
    this.#behind.clear();
    this.#ahead.clear();
    this.#stopListening?.();
    this.#events.onDone();
  }

  #partFrame(seq: number, part: StreamPart): ServerFrame | TextDeltaFrame {
    if (part.type === "text-delta") return [this.#channel, seq, part.text];
    return { type: "generation.part", channel: this.#channel, seq, part };
  }

  #snapshotFrame(): ServerFrame {
    return { type: "generation.snapshot", ...this.#head(), parts: [...this.#view.content()] };
  }

  /** Null where the viewer has nothing of it, something else, or all but nothing: then the snapshot is as short. */
  #resumeFrame(cursor: Cursor | null): ServerFrame | null {
    const present = this.#view.cursor();
    if (!cursor || cursor.seq === 0 || cursor.epoch !== present.epoch || cursor.seq > present.seq) return null;
    return { type: "generation.resume", ...this.#head(), missed: [...this.#view.partsAfter(cursor.seq)] };
  }

  #head() {
    const { id: generationId, conversationId, answerId } = this.#view.record;
    return { channel: this.#channel, generationId, conversationId, answerId, cursor: this.#view.cursor() };
  }
}

function isBefore(one: Cursor, other: Cursor): boolean {
  return one.epoch < other.epoch || (one.epoch === other.epoch && one.seq < other.seq);
}
