import type { MessageError, MessagePart, MessageStatus, Message } from "#contracts/message.ts";
import type { Cursor } from "#contracts/socket-frames.ts";
import type { FinishReason, StreamPart, Usage } from "#contracts/stream-part.ts";

/** How often a process says that its generations live, and learns what was stopped elsewhere. */
export const HEARTBEAT_EVERY_MS = 1_000;

/** After so long without a heartbeat a generation counts as dead. Must stay above three heartbeats, or a live one is reaped. */
export const STALE_AFTER_MS = 5_000;

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
export type StoredGeneration = GenerationRecord & { status: MessageStatus; seq: number };

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
