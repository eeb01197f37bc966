import type { FinishReason, StreamPart, Usage } from "#contracts/stream-part.ts";
import type { ServerSentEvent } from "./event-splitter.ts";

/** What is known of an answer while it is read; `FromEvent` functions write it. */
export type Answer = {
  modelName: string;
  requestId: string | null;
  /** For how long the provider wants no further call, by its headers; null where it says nothing of it. */
  restMs: number | null;
  /** The headers of a good answer were read. */
  isOpen: boolean;
  /** The first event was read. */
  hasStarted: boolean;
  usage: Usage | null;
  finishReason: FinishReason | null;
  /** The provider's own last word was read: nothing follows. */
  isTerminated: boolean;
  /** The id of the tool call that is open at each place of the answer. */
  openToolCalls: Map<number, string>;
  /** Every id that a tool call of this answer has. */
  toolCallIds: Set<string>;
  /** How much content was read, in UTF-16 units. */
  length: number;
};

/**
 * The parts that one event of the provider stands for. Throws ProviderError for an event that
 * reports an error or makes no sense.
 */
export type FromEvent = (answer: Answer, event: ServerSentEvent) => StreamPart[];

/** An answer of which nothing was read yet. */
export function createAnswer(modelName: string): Answer {
  return {
    modelName,
    requestId: null,
    restMs: null,
    isOpen: false,
    hasStarted: false,
    usage: null,
    finishReason: null,
    isTerminated: false,
    openToolCalls: new Map(),
    toolCallIds: new Set(),
    length: 0,
  };
}
