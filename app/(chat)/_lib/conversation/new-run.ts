import type { Message, MessagePart } from "#contracts/message.ts";
import type { Run } from "./conversation-state.ts";

/** A run of which nothing has been seen yet but, where it goes on with an answer, the content that it begins with. */
export function newRun(answer: Message, parts: readonly MessagePart[] = answer.parts): Run {
  return {
    generationId: answer.generationId ?? answer.id,
    answerId: answer.id,
    channel: null,
    cursor: null,
    parts,
    asked: null,
    isStopping: false,
    hasGap: false,
  };
}
