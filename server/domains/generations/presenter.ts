import type { Message } from "#contracts/message.ts";
import { contentHash } from "./content-hash.ts";
import type { GenerationEnd, GenerationRecord, Outcome } from "./generation.ts";

/** The end of a generation as its viewers get it. `siblingIds`: all answers to the same message, oldest first. */
export function presentEnd(record: GenerationRecord, outcome: Outcome, siblingIds: string[]): GenerationEnd {
  const { parts, status, usage, finishReason, error, seq } = outcome;
  const message: Message = {
    id: record.answerId,
    conversationId: record.conversationId,
    parentId: record.parentId,
    role: "assistant",
    parts: [...parts],
    status,
    generationId: record.id,
    modelId: record.modelId,
    usage,
    finishReason,
    error,
    createdAt: record.createdAt.toISOString(),
    endedAt: outcome.endedAt.toISOString(),
    siblingIds,
  };
  return toEnd(record.id, seq, message);
}

/** The end of a generation whose answer is stored. */
export function toEnd(generationId: string, seq: number, message: Message): GenerationEnd {
  return { generationId, seq, contentHash: contentHash(message.parts), message };
}
