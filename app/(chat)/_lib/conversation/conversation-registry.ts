import { v7 as newId } from "uuid";
import { browserRealtimeClient } from "#app/_lib/realtime/browser-realtime-client.ts";
import type { Id } from "#contracts/ids.ts";
import type { Message } from "#contracts/message.ts";
import { browserOutbox } from "../outbox/browser-outbox.ts";
import type { ConversationReader, ConversationSocket } from "./conversation-port.ts";
import type { ConversationState } from "./conversation-state.ts";
import { ConversationStore } from "./conversation-store.ts";
import { emptyConversation } from "./empty-conversation.ts";
import { hashParts } from "./hash-parts.ts";

/** More are forgotten, the one opened longest ago first: the server has them. */
const KEPT_MAX = 20;
const kept = new Map<Id, ConversationStore>();

/** What the server rendered of a conversation that it knows, as of `at`, its time. */
export type RenderedConversation = { messages: readonly Message[]; leafId: Id | null; at?: string };

/** Whose conversations these are, and how more of them is read. */
export type ConversationOwner = { accountId: Id; reader: ConversationReader };

/**
 * The conversation of this tab with that id, made when there is none yet. Coming back to one finds
 * what was not sent yet. On the server each call makes its own: nothing is shared between requests.
 */
export function conversationStore(id: Id, rendered: RenderedConversation | null, owner: ConversationOwner) {
  if (typeof window === "undefined") return createConversation(emptyConversation(id), rendered, owner);
  const known = kept.get(id);
  if (known && rendered) known.load(rendered.messages, rendered.leafId, rendered.at);
  return keep(known ?? createConversation(emptyConversation(id), rendered, owner));
}

/** The same for a conversation that the server knows and that is not on the page: it is read when it is not at hand. */
export function backgroundConversation(id: Id, owner: ConversationOwner): ConversationStore {
  const known = kept.get(id);
  if (known) return known;
  const store = keep(createConversation({ ...emptyConversation(id), isStored: true }, null, owner));
  void store.refresh();
  return store;
}

function keep(store: ConversationStore): ConversationStore {
  kept.delete(store.conversationId);
  kept.set(store.conversationId, store);
  for (const oldest of [...kept.keys()].slice(0, -KEPT_MAX)) kept.delete(oldest);
  return store;
}

function createConversation(
  initial: ConversationState,
  rendered: RenderedConversation | null,
  { accountId, reader }: ConversationOwner,
): ConversationStore {
  const store = new ConversationStore(initial, {
    socket: lateSocket,
    outbox: {
      list: (id) => browserOutbox(accountId).list(id),
      put: (...items) => browserOutbox(accountId).put(...items),
      remove: (messageId) => browserOutbox(accountId).remove(messageId),
      onChange: (listener) => browserOutbox(accountId).onChange(listener),
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
  if (rendered) store.load(rendered.messages, rendered.leafId, rendered.at);
  return store;
}

/** The tab's connection, made when it is first used: the server renders conversations, too, and has none. */
const lateSocket: ConversationSocket = {
  get tellsMissed() {
    return browserRealtimeClient().tellsMissed;
  },
  onFrame: (listener) => browserRealtimeClient().onFrame(listener),
  request: (request) => browserRealtimeClient().request(request),
  subscribe: (conversationId, follower) => browserRealtimeClient().subscribe(conversationId, follower),
  resubscribe: (conversationId) => browserRealtimeClient().resubscribe(conversationId),
};
