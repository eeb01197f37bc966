import type { ServerFrame } from "#contracts/socket-frames.ts";
import type { ConversationState } from "./conversation-state.ts";
import { growRun } from "./grow-run.ts";
import { mapRuns } from "./map-runs.ts";
import { partsAtEnd } from "./parts-at-end.ts";
import { placeRun } from "./place-run.ts";
import { receiveMessage } from "./receive-message.ts";

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
      return endRun(state, frame);
    case "ack":
    case "reject":
    case "conversation.put":
    case "conversation.delete":
    case "conversation.stale":
    case "account.stale":
    case "models.changed":
    case "settings.changed":
      return state;
  }
}

/** An end of which nothing was seen changes nothing yet: the answer is shown when it has been read. */
function endRun(state: ConversationState, frame: Extract<ServerFrame, { type: "generation.end" }>): ConversationState {
  const parts = partsAtEnd(state, frame);
  return parts === null ? state : receiveMessage(state, { ...frame.message, parts: [...parts] });
}

/** Channel names belong to one socket; a new one gives new names. */
function forgetChannels(state: ConversationState): ConversationState {
  return { ...state, runs: mapRuns(state.runs, (run) => ({ ...run, channel: null })) };
}
