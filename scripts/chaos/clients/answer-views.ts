import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { Message } from "#contracts/message.ts";
import type { Cursor, ServerFrame } from "#contracts/socket-frames.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { Shown, Sighting } from "#scripts/chaos/checker/evidence.ts";
import { isPrefix } from "#scripts/chaos/checker/is-prefix.ts";
import { hashParts } from "#scripts/chaos/hash-parts.ts";
import type { Journal } from "./journal.ts";

type FrameOf<Type extends ServerFrame["type"]> = Extract<ServerFrame, { type: Type }>;

/** One generation as a client shows it. `channel` is null until this socket has said where it stands. */
export type AnswerView = {
  generationId: string;
  conversationId: string;
  answerId: string;
  channel: string | null;
  shown: Shown;
  /** What it was when the server was asked last to go on from there: a resumption begins behind it. */
  asked: Shown;
  hasEnded: boolean;
};

const NOTHING: Shown = { epoch: 0, seq: 0, parts: [] };

/** What one client shows of all generations that it heard of, and what of it has to be proved later. */
export class AnswerViews {
  readonly #client: string;
  readonly #journal: Journal;
  readonly #views = new Map<string, AnswerView>();

  constructor(client: string, journal: Journal) {
    this.#client = client;
    this.#journal = journal;
  }

  get running(): AnswerView[] {
    return [...this.#views.values()].filter(({ hasEnded }) => !hasEnded);
  }

  cursors(conversationId: string): Record<string, Cursor> {
    const running = this.running.filter((view) => view.conversationId === conversationId);
    for (const view of running) view.asked = view.shown;
    return Object.fromEntries(running.map(({ generationId, shown: { epoch, seq } }) => [generationId, { epoch, seq }]));
  }

  /** The socket is gone: its channels mean nothing any more, and what is shown now stays so until another one comes. */
  loseSocket(): void {
    for (const view of this.running) {
      if (view.shown.seq > 0) this.#see("left", view, null);
      view.channel = null;
    }
  }

  /** The page is gone, with everything that it showed. */
  forget(): void {
    this.loseSocket();
    this.#views.clear();
  }

  /** A message of the server: one that is being written begins a view, one that is not is content as stored. */
  put(message: Message): void {
    const { id: answerId, conversationId, generationId } = message;
    if (message.role !== "assistant" || generationId === null) return;
    const view = this.#views.get(generationId) ?? this.#add({ generationId, conversationId, answerId });
    if (message.status === "running") return;
    const told = { ...view.shown, parts: message.parts };
    this.#see("told", { ...view, shown: told }, null);
    view.hasEnded = true;
  }

  /** Where a generation stands, in whole or from the client's cursor on. */
  place(frame: FrameOf<"generation.snapshot" | "generation.resume">): void {
    const { generationId, conversationId, answerId, channel, cursor } = frame;
    const view = this.#views.get(generationId) ?? this.#add({ generationId, conversationId, answerId });
    if (view.hasEnded) return;
    const from = view.shown;
    // Where the log cannot be read the server knows nothing of it, and says more when it does.
    if (cursor.epoch === 0 && from.epoch > 0) return;
    view.channel = channel;
    // What one socket is told comes in order: it has all up to the place that it is told again.
    if (cursor.epoch === from.epoch && cursor.seq <= from.seq) return this.#compare(view, frame);
    const start = cursor.epoch === view.asked.epoch ? view.asked.parts : [];
    const parts = frame.type === "generation.snapshot" ? frame.parts : frame.missed.reduce(foldStreamPart, start);
    const to = { ...cursor, parts };
    if (cursor.epoch < from.epoch) this.#complain(view, `went from epoch ${from.epoch} back to ${cursor.epoch}`);
    if (!isPrefix(from.parts, parts)) {
      this.#journal.rollbacks.push({ client: this.#client, answerId, generationId, from, to });
    }
    view.shown = to;
  }

  /** A part on a channel. Returns false where one before it is missing: then the client has to ask again. */
  grow(channel: string, seq: number, part: StreamPart): boolean {
    const view = this.running.find((candidate) => candidate.channel === channel);
    if (!view || seq <= view.shown.seq) return true;
    if (seq !== view.shown.seq + 1) {
      this.#complain(view, `seq ${seq} came after ${view.shown.seq}`);
      return false;
    }
    view.shown = { epoch: view.shown.epoch, seq, parts: foldStreamPart(view.shown.parts, part) };
    return true;
  }

  /**
   * The end. Returns false where what is shown is not what the hash is of: then the client has to read the answer.
   * Who followed to the end has every part, so there it is an error; who comes back may have missed the last ones.
   */
  end({ generationId, seq, contentHash, message }: FrameOf<"generation.end">): boolean {
    const { id: answerId, conversationId } = message;
    const view = this.#views.get(generationId) ?? this.#add({ generationId, conversationId, answerId });
    if (view.hasEnded) return true;
    const isFollowed = view.channel !== null;
    if (isFollowed) this.#see("ended", view, contentHash);
    if (isFollowed && seq !== view.shown.seq)
      this.#complain(view, `ended at seq ${seq} and is shown to ${view.shown.seq}`);
    const isRight = hashParts(view.shown.parts) === contentHash;
    if (message.parts) this.#see("told", { ...view, shown: { ...view.shown, parts: message.parts } }, null);
    view.hasEnded = isRight || message.parts !== undefined;
    return view.hasEnded;
  }

  /** Within an epoch a place has one content. */
  #compare(view: AnswerView, frame: FrameOf<"generation.snapshot" | "generation.resume">): void {
    if (frame.type === "generation.resume" || isPrefix(frame.parts, view.shown.parts)) return;
    this.#complain(view, `has two contents in epoch ${frame.cursor.epoch} up to seq ${frame.cursor.seq}`);
  }

  #add(names: Pick<AnswerView, "generationId" | "conversationId" | "answerId">): AnswerView {
    const view = { ...names, channel: null, shown: NOTHING, asked: NOTHING, hasEnded: false };
    this.#supersede(names);
    this.#views.set(names.generationId, view);
    return view;
  }

  /** An answer that is gone on with has a new generation; the one before is over, whether its end was heard or not. */
  #supersede({ answerId, generationId }: Pick<AnswerView, "generationId" | "answerId">): void {
    for (const view of this.running) {
      // Ids grow with the time at which they were made.
      if (view.answerId !== answerId || view.generationId >= generationId) continue;
      if (view.shown.seq > 0) this.#see("left", view, null);
      view.hasEnded = true;
    }
  }

  #see(kind: Sighting["kind"], { answerId, generationId, shown }: AnswerView, contentHash: string | null): void {
    this.#journal.sightings.push({ client: this.#client, answerId, generationId, kind, shown, contentHash });
  }

  #complain({ generationId }: AnswerView, sentence: string): void {
    this.#journal.complaints.push({ client: this.#client, generationId, sentence });
  }
}
