import type { Frame } from "./frame.ts";
import type { SimulatedFault } from "./simulated-answer.ts";

/** The frames of a faulty answer: what a fault changes in the order or content of events. Faults of bytes are not its work. */
export function applyFault(frames: readonly Frame[], fault: SimulatedFault | null, errorFrame: Frame): Frame[] {
  if (fault === null) return [...frames];
  const middle = findMiddleDelta(frames);
  if (fault.type === "in-band-error") return [...frames.slice(0, middle + 1), errorFrame];
  if (fault.type === "malformed-event") return frames.toSpliced(middle + 1, 0, other('data: {"choices":[{"del\n\n'));
  if (fault.type === "huge-event")
    return frames.toSpliced(middle + 1, 0, other(`data: "${"x".repeat(fault.bytes)}"\n\n`));
  if (fault.type === "duplicate-event")
    return frames.flatMap((frame, at) => (at === middle ? [frame, frame] : [frame]));
  if (fault.type === "missing-end") return frames.filter(({ kind }) => kind !== "end");
  if (fault.type === "missing-finish") return frames.filter(({ kind }) => !["finish", "usage", "end"].includes(kind));
  return [...frames];
}

function other(text: string): Frame {
  return { kind: "other", text };
}

function findMiddleDelta(frames: readonly Frame[]): number {
  const deltas = frames.flatMap(({ kind }, index) => (kind === "delta" ? [index] : []));
  return deltas[Math.floor((deltas.length - 1) / 2)] ?? 0;
}
