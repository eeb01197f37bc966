import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { Cursor } from "#contracts/socket-frames.ts";
import type { StreamPart, Usage } from "#contracts/stream-part.ts";
import { mergeParts } from "./merge-parts.ts";
import type { GenerationEnd, GenerationListener, GenerationRecord, GenerationView, Segment } from "./generation.ts";

/**
 * Why a generation ends here before its model does. `stopped`: a person wants it. `handed-over`: this
 * process has to go, and another one goes on. `replaced`: another process took it over, and nothing may be written any more.
 */
export type HaltReason = "stopped" | "handed-over" | "replaced";

/** With what another writer, or an earlier generation, began the answer. */
export type Inheritance = {
  parts: readonly StreamPart[];
  /** What stood behind these parts, and was taken back for the model to say anew. */
  takenBack: readonly StreamPart[];
  usage: Usage | null;
  segments: readonly Segment[];
};

const NOTHING: Inheritance = { parts: [], takenBack: [], usage: null, segments: [] };

const WITHOUT_CONTENT: ReadonlySet<StreamPart["type"]> = new Set([
  "response-start",
  "notice",
  "usage",
  "finish",
  "error",
]);

/** A generation that runs in this process: what it has produced, who watches, and the way to halt it. */
export class LiveGeneration implements GenerationView {
  firstPartAt: Date | null = null;
  /** Whether its turn is durable, so that it has a row. */
  isCommitted = false;
  readonly inherited: Inheritance;
  /** The pieces it is made of, those of this process included. */
  readonly segments: Segment[];
  #record: GenerationRecord;
  #isRewinding = false;
  #content: readonly MessagePart[];
  #parts: StreamPart[];
  /** What was taken back last, and up to where the parts stood then. */
  #takenBack: readonly StreamPart[];
  #base: number;
  readonly #kept: StreamPart[] = [];
  readonly #listeners = new Set<GenerationListener>();
  readonly #halting = new AbortController();
  #haltReason: HaltReason | null = null;
  #end: GenerationEnd | null = null;

  constructor(record: GenerationRecord, inherited: Inheritance = NOTHING) {
    this.#record = record;
    this.inherited = inherited;
    this.segments = [...inherited.segments];
    this.#takenBack = inherited.takenBack;
    this.#base = inherited.parts.length;
    this.#parts = [...inherited.parts];
    this.#content = inherited.parts.reduce(foldStreamPart, [] as readonly MessagePart[]);
  }

  get record(): GenerationRecord {
    return this.#record;
  }

  /** Whether its epoch is just being raised by this process itself. */
  get isRewinding(): boolean {
    return this.#isRewinding;
  }

  /** All that viewers were shown, by seq - 1. */
  get parts(): readonly StreamPart[] {
    return this.#parts;
  }

  /** Whether something of the content was said since it was claimed, or since something was taken back. */
  get hasGrown(): boolean {
    const said = [...this.#parts.slice(this.#base), ...this.#kept];
    return said.some(({ type }) => !WITHOUT_CONTENT.has(type));
  }

  get signal(): AbortSignal {
    return this.#halting.signal;
  }

  get haltReason(): HaltReason | null {
    return this.#haltReason;
  }

  cursor(): Cursor {
    return { epoch: this.#record.epoch, seq: this.#parts.length };
  }

  content(): readonly MessagePart[] {
    return this.#content;
  }

  partsAfter(seq: number): readonly StreamPart[] {
    return mergeParts(this.#parts.slice(seq));
  }

  listen(listener: GenerationListener): () => void {
    if (this.#end) listener.onEnd(this.#end);
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Gives the parts the next seqs and shows them to all viewers. Returns the first seq. */
  produce(parts: readonly StreamPart[]): number {
    const firstSeq = this.#parts.length + 1;
    for (const part of parts) {
      this.#parts.push(part);
      this.#content = foldStreamPart(this.#content, part);
    }
    for (const listener of this.#listeners) listener.onParts(firstSeq, parts);
    return firstSeq;
  }

  /**
   * Takes parts that no log has, and shows them to nobody, not to who comes later either: the end says that there is
   * more, and viewers read it from what is stored. Nothing may be produced behind them.
   */
  keep(parts: readonly StreamPart[]): void {
    for (const part of parts) this.#kept.push(part);
  }

  /** All that the answer came to, with what no log has: what was kept, and what was taken back and never said anew. */
  whole(): { content: readonly MessagePart[]; seq: number } {
    const rest = this.hasGrown ? this.#kept : [...this.#kept, ...this.#takenBack];
    return { content: rest.reduce(foldStreamPart, this.#content), seq: this.#parts.length + rest.length };
  }

  /** Until `endRewind` a heartbeat that finds no row says nothing. */
  beginRewind(): void {
    this.#isRewinding = true;
  }

  endRewind(): void {
    this.#isRewinding = false;
  }

  /** Goes on under the epoch of `record` behind the first `seq` parts; every viewer has to look again. */
  rewind(record: GenerationRecord, seq: number): void {
    this.#record = record;
    this.#takenBack = this.#parts.slice(seq);
    this.#parts = this.#parts.slice(0, seq);
    this.#base = seq;
    this.#content = this.#parts.reduce(foldStreamPart, [] as readonly MessagePart[]);
    this.leave();
  }

  /** Asks the model to end; the first reason counts, but who was replaced has no say any more. Safe to repeat. */
  halt(reason: HaltReason): void {
    if (this.#haltReason === null || reason === "replaced") this.#haltReason = reason;
    this.#halting.abort();
  }

  /** Tells all viewers how it ended, and lets them go. */
  end(end: GenerationEnd): void {
    this.#end = end;
    for (const listener of this.#listeners) listener.onEnd(end);
    this.#listeners.clear();
  }

  /** Tells all viewers that it is written here no more, and lets them go. */
  leave(): void {
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    // Whoever looks again at once listens anew.
    for (const listener of listeners) listener.onMoved();
  }
}
