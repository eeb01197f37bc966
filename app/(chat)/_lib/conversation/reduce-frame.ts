import type { Id } from "#contracts/ids.ts";
import type { Message } from "#contracts/message.ts";
import type { ServerFrame } from "#contracts/socket-frames.ts";
import type { ConversationState, Run } from "./conversation-state.ts";
import { followLeaf } from "./follow-leaf.ts";
import { growRun } from "./grow-run.ts";
import { placeRun } from "./place-run.ts";
import { putMessage } from "./put-message.ts";

/** The conversation after one frame of the server. Pure; frames of other conversations change nothing. */
export function reduceFrame(state: ConversationState, frame: ServerFrame): ConversationState {
  switch (frame.type) {
    case "welcome":
      return forgetChannels(state);
    case "message.put":
      return receiveMessage(state, frame.message);
    case "generation.snapshot":
    case "generation.resume":
      return placeRun(state, frame);
    case "generation.part":
      return { ...state, runs: mapRuns(state.runs, (run) => growRun(run, [frame])) };
    case "generation.end":
      return receiveMessage(state, frame.message);
    case "ack":
    case "reject":
    case "conversation.put":
    case "conversation.delete":
    case "models.changed":
    case "settings.changed":
      return state;
  }
}

/** The state with a message of the server, which is therefore stored. */
export function receiveMessage(state: ConversationState, message: Message): ConversationState {
  if (message.conversationId !== state.conversationId) return state;
  const messages = putMessage(state.messages, message);
  const { [message.id]: run, ...otherRuns } = state.runs;
  const { [message.id]: _delivery, ...deliveries } = state.deliveries;
  const stored = messages[message.id] ?? message;
  return {
    ...state,
    messages,
    deliveries,
    leafId: followLeaf(messages, state.leafId, message.id),
    runs: stored.status === "running" ? { ...otherRuns, [stored.id]: run ?? newRun(stored) } : otherRuns,
  };
}

/** A run of which nothing has been seen yet. */
export function newRun(answer: Message): Run {
  return {
    generationId: answer.generationId ?? answer.id,
    answerId: answer.id,
    channel: null,
    cursor: null,
    parts: answer.parts,
    isStopping: false,
    hasGap: false,
  };
}

/** The runs after a change to each; the same record when none changed. */
export function mapRuns(runs: Readonly<Record<Id, Run>>, change: (run: Run) => Run): Readonly<Record<Id, Run>> {
  let next = runs;
  for (const run of Object.values(runs)) {
    const changed = change(run);
    if (changed !== run) next = { ...next, [run.answerId]: changed };
  }
  return next;
}

/** Channel names belong to one socket; a new one gives new names. */
function forgetChannels(state: ConversationState): ConversationState {
  return { ...state, runs: mapRuns(state.runs, (run) => ({ ...run, channel: null })) };
}
