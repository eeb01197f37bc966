import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { ServerFrame } from "#contracts/socket-frames.ts";
import type { ConversationState, Run } from "./conversation-state.ts";

type PlacingFrame = Extract<ServerFrame, { type: "generation.snapshot" | "generation.resume" }>;

/** The state after the server has said where a run stands: from now on it grows on the frame's channel. */
export function placeRun(state: ConversationState, frame: PlacingFrame): ConversationState {
  const answer = state.messages[frame.answerId];
  if (frame.conversationId !== state.conversationId || (answer && answer.status !== "running")) return state;
  const known = state.runs[frame.answerId];
  const run: Run = {
    generationId: frame.generationId,
    answerId: frame.answerId,
    channel: frame.channel,
    cursor: frame.cursor,
    parts: frame.type === "generation.snapshot" ? frame.parts : resumedParts(known, frame),
    isStopping: known?.isStopping ?? false,
    hasGap: false,
  };
  return { ...state, runs: { ...state.runs, [run.answerId]: run } };
}

/** A log of another epoch is told from its start. */
function resumedParts(
  known: Run | undefined,
  frame: Extract<PlacingFrame, { type: "generation.resume" }>,
): readonly MessagePart[] {
  const isSameEpoch = known?.cursor?.epoch === frame.cursor.epoch;
  const start: readonly MessagePart[] = isSameEpoch && known ? known.parts : [];
  return frame.missed.reduce(foldStreamPart, start);
}
