import { findTurn } from "#server/domains/generations/index.ts";
import { toAppError } from "#server/errors.ts";
import type { Gateway } from "./gateway.ts";

/** Shows a turn that no frame handler of this process took to the views of its conversation here. Costs nothing where nobody looks. */
export function showStartedGeneration(
  { context, rooms }: Gateway,
  userId: string,
  { conversationId, generationId }: { conversationId: string; generationId: string },
): void {
  // What this process began itself, its own frame handler shows; but it may have taken it from the queue by now.
  if (context.liveGenerations.find(userId, generationId)?.inherited.segments.length === 0) return;
  const room = rooms.find(userId, conversationId);
  if (!room) return;
  const show = async (): Promise<void> => {
    const turn = await findTurn(context, userId, generationId);
    if (!turn || room.shows(generationId)) return;
    room.put(turn.messages);
    await room.showToAll(turn.record);
  };
  show().catch((error: unknown) => {
    context.logger.warn({ generationId, error: toAppError(error) }, "an answer that runs elsewhere could not be shown");
  });
}
