import type { MessagePart } from "#contracts/message.ts";
import type { ServerFrame } from "#contracts/socket-frames.ts";
import type { ConversationState } from "./conversation-state.ts";

/**
 * What this tab has of the answer that a `generation.end` is about: the parts in the frame, where it bears them, else
 * those that came while it was written. Null when it has seen nothing of it.
 */
export function partsAtEnd(
  { runs, messages }: ConversationState,
  { message }: Extract<ServerFrame, { type: "generation.end" }>,
): readonly MessagePart[] | null {
  if (message.parts) return message.parts;
  const run = runs[message.id];
  if (run && run.cursor !== null && run.generationId === message.generationId) return run.parts;
  const known = messages[message.id];
  const isSameEnd = known?.generationId === message.generationId && known.status !== "running";
  return known && isSameEnd ? known.parts : null;
}
