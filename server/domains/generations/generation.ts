import type { MessageError, MessagePart, MessageStatus, Message } from "#contracts/message.ts";
import type { Cursor } from "#contracts/socket-frames.ts";
import type { FinishReason, StreamPart, Usage } from "#contracts/stream-part.ts";

/** How often a process says that its generations live, and learns what was stopped elsewhere. */
export const HEARTBEAT_EVERY_MS = 500;

/** After so long without a heartbeat a generation counts as abandoned. Must stay above three heartbeats, or a live one is taken over. */
export const STALE_AFTER_MS = 2_000;

/** How often each process looks for generations that nobody writes. */
export const CLAIM_EVERY_MS = 500;

/**
 * Within so long after the last heartbeat of a process that died, another one has claimed what it wrote. Must stay above
 * STALE_AFTER_MS + CLAIM_EVERY_MS by what a look and a claim take.
 */
export const CLAIM_WITHIN_MS = 3_000;

/** A generation that was offered and not taken for so long is found like an abandoned one: the queue has lost it. */
export const QUEUE_LOST_AFTER_MS = 2_000;

/** What nobody has written for so long is not gone on with by itself any more: whoever asked has left, and a model costs money. */
export const CONTINUE_WITHIN_MS = 10 * 60_000;

/**
 * After so many writers, one after the other, that died and had added nothing a generation is left as it is: it may be what
 * ends them. One that grows between is the neighbour of such a one.
 */
export const WRITERS_MAX = 8;

/** So often a generation is begun at the same place: what is added and taken back each time, as open reasoning is, leads nowhere. */
export const STARTS_MAX = 4 * WRITERS_MAX;

/**
 * One piece of an answer behind the first: who wrote it from where on, and why. `abandoned`: its
 * predecessor died. `handed-over`: its predecessor had to go. `queued`: no process with a socket began
 * it. `asked`: the person asked to go on with an answer that was over. `failover`: the model broke off, and another deployment goes on.
 */
export type Segment = {
  reason: "abandoned" | "handed-over" | "queued" | "asked" | "failover";
  epoch: number;
  modelId: string;
  /** The seq of its first part. */
  fromSeq: number;
  at: string;
  /** How long nobody had written when it was claimed, in milliseconds. */
  silentMs: number;
  /** How many writers before it, one after the other, died and had added nothing. */
  fruitless: number;
};

/** The person's own names of one generation, and under which epoch it is written. */
export type GenerationRecord = {
  userId: string;
  id: string;
  conversationId: string;
  answerId: string;
  parentId: string;
  modelId: string;
  epoch: number;
  createdAt: Date;
};

/** A generation with how far it is. */
export type StoredGeneration = GenerationRecord & { status: MessageStatus | "queued"; seq: number };

/** A generation that nobody writes: abandoned by a process that died, or waiting in the queue. */
export type IdleGeneration = Pick<GenerationRecord, "userId" | "id" | "epoch"> & {
  status: "queued" | "running";
  silentMs: number;
};

/** A generation that this process may write from now on, alone. */
export type ClaimedGeneration = {
  record: GenerationRecord;
  reason: Segment["reason"];
  silentMs: number;
  isStopRequested: boolean;
};

/** What an answer came to. */
export type Outcome = {
  status: Exclude<MessageStatus, "running">;
  parts: readonly MessagePart[];
  usage: Usage | null;
  finishReason: FinishReason | null;
  error: MessageError | null;
  seq: number;
  firstPartAt: Date | null;
  endedAt: Date;
  /** The pieces that this run added. */
  segments: readonly Segment[];
};

/** The end as every viewer gets it. */
export type GenerationEnd = { generationId: string; seq: number; contentHash: string; message: Message };

/** What a viewer of a generation hears, in the order in which it happens. */
export type GenerationListener = {
  /** `parts` have the seqs from `firstSeq` on, without gaps. */
  onParts: (firstSeq: number, parts: readonly StreamPart[]) => void;
  /** This view is over though the generation may not be: open another one, its content may differ. */
  onMoved: () => void;
  /** The last call. */
  onEnd: (end: GenerationEnd) => void;
};

/** A running generation as its viewers see it, wherever it runs. */
export interface GenerationView {
  readonly record: Pick<GenerationRecord, "userId" | "id" | "conversationId" | "answerId">;
  /** How far it is. */
  cursor(): Cursor;
  /** All content up to the cursor. */
  content(): readonly MessagePart[];
  /** What came behind `seq`, up to the cursor, in as few parts as it takes. */
  partsAfter(seq: number): readonly StreamPart[];
  /** Calls the listener for all that comes from now on, at once where it is over already; returns the way to stop. */
  listen(listener: GenerationListener): () => void;
}
