import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { Message } from "#contracts/message.ts";
import type { ServerFrame } from "#contracts/socket-frames.ts";
import type { ConversationState, Run, RunPlace } from "./conversation-state.ts";

type PlacingFrame = Extract<ServerFrame, { type: "generation.snapshot" | "generation.resume" }>;

/** The state after the server has said where a run stands: from now on it grows on the frame's channel. */
export function placeRun(state: ConversationState, frame: PlacingFrame): ConversationState {
  const { answerId, generationId } = frame;
  if (frame.conversationId !== state.conversationId) return state;
  const answer = state.messages[answerId];
  const run = state.runs[answerId];
  if ((answer && isOver(answer, generationId)) || (run && generationId < run.generationId)) return state;
  const known = run?.generationId === generationId ? run : null;
  const place = findPlace(known, frame);
  if (!place) return state;
  const placed: Run = {
    generationId,
    answerId,
    channel: frame.channel,
    ...place,
    asked: known?.asked ?? null,
    isStopping: known?.isStopping ?? false,
    hasGap: false,
  };
  const messages = answer ? { ...state.messages, [answerId]: reopen(answer, generationId) } : state.messages;
  return { ...state, messages, runs: { ...state.runs, [answerId]: placed } };
}

/** An answer that is over stays so, except for a later generation, which goes on with it. */
function isOver({ status, generationId }: Message, placedId: string): boolean {
  return generationId === placedId ? status !== "running" : placedId < (generationId ?? "");
}

function reopen(answer: Message, generationId: string): Message {
  if (answer.generationId === generationId) return answer;
  return { ...answer, generationId, status: "running", finishReason: null, error: null, endedAt: null };
}

/**
 * Where the run is after the frame. Within an epoch a place has one content, so what is further on stays; a later
 * epoch counts, even where it says less. Null for a frame of an earlier epoch: its writer has been replaced.
 */
function findPlace(known: Run | null, frame: PlacingFrame): RunPlace | null {
  const told = toldPlace(known, frame);
  if (!known || known.cursor === null || told.cursor.epoch > known.cursor.epoch) return told;
  if (told.cursor.epoch < known.cursor.epoch) return null;
  return told.cursor.seq > known.cursor.seq ? told : { cursor: known.cursor, parts: known.parts };
}

/** What a resume tells as missed begins where the server was asked to go on; a log of another epoch is told from its start. */
function toldPlace(known: Run | null, frame: PlacingFrame): RunPlace {
  const { cursor } = frame;
  if (frame.type === "generation.snapshot") return { cursor, parts: frame.parts };
  const from = known?.asked ?? known;
  const isSameEpoch = from?.cursor?.epoch === cursor.epoch;
  return { cursor, parts: frame.missed.reduce(foldStreamPart, from && isSameEpoch ? from.parts : []) };
}
