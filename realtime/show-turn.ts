import type { AnsweredTurn } from "#server/domains/generations/index.ts";
import type { Connection } from "./connection.ts";
import { follow } from "./follow.ts";
import type { Gateway } from "./gateway.ts";

/**
 * Shows a turn that this process took to every view of its conversation here; the sender follows
 * the conversation from now on. A turn that was there before is shown to who sent it again.
 */
export async function showTurn(
  gateway: Gateway,
  sender: Connection,
  { conversationId, turn }: { conversationId: string; turn: AnsweredTurn },
): Promise<void> {
  const { messages, generation, isNew } = turn;
  if (!isNew) {
    for (const message of messages) sender.send({ type: "message.put", message });
    return follow(gateway, sender, { conversationId, cursors: {}, told: messages });
  }
  const room = gateway.rooms.join(sender, conversationId);
  room.put(messages);
  if (generation) await room.showToAll(generation.record);
  // It could not be begun here after all: whoever claims it is followed.
  else if (messages.some(({ status }) => status === "running"))
    await follow(gateway, sender, { conversationId, cursors: {}, told: messages });
}
