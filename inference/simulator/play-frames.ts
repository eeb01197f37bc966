import type { ServerResponse } from "node:http";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import type { Frame } from "./frame.ts";
import type { SimulatedFault } from "./simulated-answer.ts";

type Playing = { response: ServerResponse; frames: readonly Frame[]; paceMs: number; fault: SimulatedFault | null };

/** The next token does not keep a simulator that was closed from ending. */
const DETACHED = { ref: false };

/** Writes an answer's frames at their pace and with the faults of their bytes. Ends early when the client leaves. */
export async function playFrames(playing: Playing): Promise<void> {
  const { response, frames, paceMs, fault } = playing;
  if (fault !== null && "afterBytes" in fault) {
    await playUpTo(playing, fault);
    return;
  }
  if (fault?.type === "byte-at-a-time" || fault?.type === "split-characters") {
    await playPieces(response, splitBytes(join(frames), fault.type));
  } else if (paceMs === 0 && fault?.type !== "late-usage") {
    response.write(join(frames));
  } else {
    await playPaced(playing);
  }
  response.end();
}

async function playPieces(response: ServerResponse, pieces: readonly Buffer[]): Promise<void> {
  for (const piece of pieces) {
    if (response.destroyed) return;
    response.write(piece);
    await nextTurn();
  }
}

async function playPaced({ response, frames, paceMs, fault }: Playing): Promise<void> {
  for (const frame of frames) {
    if (response.destroyed) return;
    if (frame.kind === "delta" && paceMs > 0) await wait(paceMs, undefined, DETACHED);
    if (fault?.type === "late-usage" && (frame.kind === "usage" || frame.kind === "end"))
      await wait(fault.delayMs, undefined, DETACHED);
    response.write(frame.text);
  }
}

type PartialFault = Extract<SimulatedFault, { afterBytes: number }>;

async function playUpTo({ response, frames, paceMs }: Playing, fault: PartialFault): Promise<void> {
  let left = fault.afterBytes;
  for (const frame of frames) {
    if (response.destroyed || left <= 0) break;
    if (frame.kind === "delta" && paceMs > 0) await wait(paceMs, undefined, DETACHED);
    const bytes = Buffer.from(frame.text).subarray(0, left);
    left -= bytes.length;
    await new Promise((resolve) => response.write(bytes, resolve));
  }
  if (fault.type === "cut") response.end();
  if (fault.type === "reset") response.socket?.resetAndDestroy();
}

function join(frames: readonly Frame[]): Buffer {
  return Buffer.from(frames.map(({ text }) => text).join(""));
}

function splitBytes(bytes: Buffer, how: "byte-at-a-time" | "split-characters"): Buffer[] {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let to = 1; to <= bytes.length; to += 1) {
    const isLead = (bytes[to - 1] ?? 0) >= 0xc0;
    if (how === "split-characters" && !isLead && to < bytes.length) continue;
    pieces.push(bytes.subarray(from, to));
    from = to;
  }
  return pieces;
}
