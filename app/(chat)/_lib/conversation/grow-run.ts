import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { GrowthFrame } from "./conversation-action.ts";
import type { Run } from "./conversation-state.ts";

/**
 * The run after the frames that belong to it, in order. A frame seen before changes nothing; a frame
 * that comes too early marks a gap and is left out. Returns the same run when nothing changed.
 */
export function growRun(run: Run, frames: readonly GrowthFrame[]): Run {
  let grown = run;
  for (const frame of frames) grown = growByFrame(grown, frame);
  return grown;
}

function growByFrame(run: Run, frame: GrowthFrame): Run {
  const { channel, seq, part } = readFrame(frame);
  if (run.channel === null || run.channel !== channel || run.cursor === null || run.hasGap) return run;
  if (seq <= run.cursor.seq) return run;
  if (seq > run.cursor.seq + 1) return { ...run, hasGap: true };
  return { ...run, cursor: { epoch: run.cursor.epoch, seq }, parts: foldStreamPart(run.parts, part) };
}

function readFrame(frame: GrowthFrame): { channel: string; seq: number; part: StreamPart } {
  if (!Array.isArray(frame)) return frame;
  return { channel: frame[0], seq: frame[1], part: { type: "text-delta", text: frame[2] } };
}
