import { createHash } from "node:crypto";
import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";

/** What a page that heard these frames shows of one generation, and the hash of it. Throws where a seq is missing or doubled. */
export function viewOf(frames: readonly (ServerFrame | TextDeltaFrame)[], generationId: string) {
  let channel = "";
  let seq = 0;
  let parts: readonly MessagePart[] = [];
  const take = (next: number, part: Parameters<typeof foldStreamPart>[1]): void => {
    if (next !== seq + 1) throw new Error(`seq ${next} came after ${seq}`);
    seq = next;
    parts = foldStreamPart(parts, part);
  };
  for (const frame of frames) {
    if (Array.isArray(frame)) {
      if (frame[0] === channel) take(frame[1], { type: "text-delta", text: frame[2] });
    } else if (frame.type === "generation.snapshot" && frame.generationId === generationId) {
      ({ channel, parts } = frame);
      seq = frame.cursor.seq;
    } else if (frame.type === "generation.resume" && frame.generationId === generationId) {
      ({ channel } = frame);
      parts = frame.missed.reduce(foldStreamPart, parts);
      seq = frame.cursor.seq;
    } else if (frame.type === "generation.part" && frame.channel === channel) {
      take(frame.seq, frame.part);
    }
  }
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return { seq, parts, hash, text: parts.map((part) => ("text" in part ? part.text : "")).join("") };
}
