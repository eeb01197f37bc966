import type { Message } from "#contracts/message.ts";
import type { ConversationState } from "./conversation-state.ts";
import { followLeaf } from "./follow-leaf.ts";
import { newRun } from "./new-run.ts";
import { putMessage } from "./put-message.ts";
import { without } from "./without.ts";

/** The state with a message of the server, which is therefore stored. */
export function receiveMessage(state: ConversationState, message: Message): ConversationState {
  if (message.conversationId !== state.conversationId) return state;
  const { id } = message;
  // What looked like a failure here got through after all.
  const isMistaken = state.deliveries[id]?.state === "failed";
  const messages = putMessage(isMistaken ? without(state.messages, id) : state.messages, message);
  const stored = messages[id] ?? message;
  const run = state.runs[id];
  const isKnownRun = run !== undefined && run.generationId === stored.generationId;
  // The content of an answer that is continued stays in view until the server tells it anew.
  const parts = stored.parts.length > 0 ? stored.parts : (state.messages[id]?.parts ?? []);
  const running = stored.status === "running" ? { [id]: isKnownRun ? run : newRun(stored, parts) } : {};
  return {
    ...state,
    isStored: true,
    messages,
    deliveries: without(state.deliveries, id),
    leafId: followLeaf(messages, state.leafId, id),
    runs: { ...without(state.runs, id), ...running },
  };
}
