import type { ServerFrame } from "#contracts/socket-frames.ts";
import type { UserEvent } from "#contracts/user-event.ts";
import { EVERYBODY } from "#server/ports/user-channel.ts";
import { encodeServerFrame } from "./encode-server-frame.ts";
import type { Gateway } from "./gateway.ts";
import { showStartedGeneration } from "./show-started-generation.ts";

/** Does in this process what one event of a person (or of everybody) asks: tells their open pages, halts, closes. */
export function deliverUserEvent(gateway: Gateway, userId: string, event: UserEvent): void {
  switch (event.type) {
    case "conversation-put":
      return tell(gateway, userId, { type: "conversation.put", conversation: event.conversation });
    case "conversation-deleted":
      return tell(gateway, userId, { type: "conversation.delete", conversationId: event.conversationId });
    case "models-changed":
      return tell(gateway, userId, { type: "models.changed" });
    case "settings-changed":
      return tell(gateway, userId, { type: "settings.changed" });
    case "generation-started":
      return showStartedGeneration(gateway, userId, event);
    case "generation-stop-requested":
      return gateway.context.liveGenerations.find(userId, event.generationId)?.halt("stopped");
    case "session-ended":
      return gateway.connections.endSession(userId, event.sessionId);
  }
}

function tell({ connections }: Gateway, userId: string, frame: ServerFrame): void {
  const encoded = encodeServerFrame(frame);
  const concerned = userId === EVERYBODY ? connections.all() : connections.ofUser(userId);
  for (const connection of concerned) connection.write(encoded);
}
