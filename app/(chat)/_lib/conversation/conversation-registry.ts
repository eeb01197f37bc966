import { v7 as newId } from "uuid";
import { browserRealtimeClient } from "#app/_lib/realtime/browser-realtime-client.ts";
import type { Id } from "#contracts/ids.ts";
import type { Message } from "#contracts/message.ts";
import type { ConversationReader } from "./conversation-port.ts";
import { ConversationStore } from "./conversation-store.ts";
import { emptyConversation } from "./empty-conversation.ts";
import { hashParts } from "./hash-parts.ts";
import { reduceConversation } from "./reduce-conversation.ts";

/** More are forgotten, the one opened longest ago first: the server has them. */
const KEPT_MAX = 20;
const kept = new Map<Id, ConversationStore>();

/** What the server rendered of a conversation that it knows. */
export type RenderedConversation = { messages: readonly Message[]; leafId: Id | null };

/**
 * The conversation of this tab with that id, made when there is none yet. Coming back to one finds
 * what was not sent yet. On the server each call makes its own: nothing is shared between requests.
 */
export function conversationStore(id: Id, rendered: RenderedConversation | null, reader: ConversationReader) {
  if (typeof window === "undefined") return createConversation(id, rendered, reader);
  const known = kept.get(id);
  if (known && rendered) known.load(rendered.messages, rendered.leafId);
  const store = known ?? createConversation(id, rendered, reader);
  kept.delete(id);
  kept.set(id, store);
  for (const oldest of [...kept.keys()].slice(0, -KEPT_MAX)) kept.delete(oldest);
  return store;
}

function createConversation(id: Id, rendered: RenderedConversation | null, reader: ConversationReader) {
  const empty = emptyConversation(id);
  const initial = rendered ? reduceConversation(empty, { type: "messages-loaded", ...rendered }) : empty;
  return new ConversationStore(initial, rendered !== null, {
    socket: {
      onFrame: (listener) => browserRealtimeClient().onFrame(listener),
      request: (request) => browserRealtimeClient().request(request),
      subscribe: (conversationId, getCursors) => browserRealtimeClient().subscribe(conversationId, getCursors),
      resubscribe: (conversationId) => browserRealtimeClient().resubscribe(conversationId),
    },
    reader,
    newId,
    now: () => new Date(),
    schedule: (callback) => {
      // A hidden tab draws no pictures; its text may wait longer, but must not pile up for ever.
      if (document.visibilityState === "visible") requestAnimationFrame(callback);
      else setTimeout(callback, 250);
    },
    hashParts,
    onMismatch: () => performance.mark("polylogue:answer-mismatch"),
  });
}
