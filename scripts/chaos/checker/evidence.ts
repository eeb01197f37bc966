import type { ErrorCode } from "#contracts/error-codes.ts";
import type { Message, MessagePart } from "#contracts/message.ts";
import type { LogPage } from "#server/ports/generation-log.ts";

/** What a client shows of a generation, and the place in its log up to which that is. */
export type Shown = { epoch: number; seq: number; parts: readonly MessagePart[] };

/** One request for an answer, with the ids that its client made. `outcome` is what the client was told at last. */
export type Asked = {
  kind: "send" | "regenerate" | "continue";
  client: string;
  userId: string;
  conversationId: string;
  /** The person's message that the answer is to; its id, its parent and its words only where this request brings it. */
  questionId: string;
  question: { parentId: string | null; text: string } | null;
  answerId: string;
  generationId: string;
  modelName: string;
  outcome: "waiting" | "acknowledged" | { refusedWith: ErrorCode };
};

/**
 * What a client had of an answer at one moment. `left`: the last it showed before it lost the socket or everything;
 * `ended`: what it had folded when it was told the end with this hash; `told`: what it was handed as stored.
 */
export type Sighting = {
  client: string;
  answerId: string;
  generationId: string;
  kind: "left" | "ended" | "told";
  shown: Shown;
  contentHash: string | null;
};

/** A client was made to show something that does not begin with what it showed. */
export type Rollback = { client: string; answerId: string; generationId: string; from: Shown; to: Shown };

/** Something that a client may never meet, in one sentence. */
export type Complaint = { client: string; generationId: string | null; sentence: string };

/** A generation as its row says, and its log, null where the log is gone. */
export type StoredGeneration = {
  id: string;
  answerId: string;
  modelId: string;
  status: string;
  epoch: number;
  seq: number;
  /** Who wrote it behind its first writer, and why. */
  segments: readonly { reason: string }[];
  log: LogPage | null;
};

/** One generation that another process claimed: how long after the last sign of life of the writer before. */
export type Takeover = { generationId: string; epoch: number; delayMs: number };

/** One conversation, read from the database and by the way in which a page reads. */
export type StoredConversation = {
  userId: string;
  conversationId: string;
  isRunning: boolean;
  /** All messages that there are. */
  messages: readonly Message[];
  /** Ids of those that a page gets to see, branch by branch. */
  readableIds: readonly string[];
  generations: readonly StoredGeneration[];
};

/** Everything that a seed left behind: what clients said, saw and showed, and what is stored. */
export type Evidence = {
  asked: readonly Asked[];
  /** Ids of generations that somebody wanted stopped. */
  stoppedIds: readonly string[];
  sightings: readonly Sighting[];
  rollbacks: readonly Rollback[];
  complaints: readonly Complaint[];
  takeovers: readonly Takeover[];
  conversations: readonly StoredConversation[];
};

/** What is let pass. */
export type Leniency = {
  /** Answers whose process was killed may end `interrupted`. */
  mayBeInterrupted: boolean;
  /** The log's engine was killed or emptied: shown text may have been taken back and logs may be gone. */
  mayLoseLog: boolean;
  /** How late a generation may be claimed; null where nobody was there to claim it for a while. */
  claimWithinMs: number | null;
};

/** What is not as it must be. `ids` names what it is about. */
export type Violation = { check: string; ids: string; detail: string };
