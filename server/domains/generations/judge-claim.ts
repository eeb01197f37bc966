import type { StreamEnd } from "./collect-answer.ts";
import {
  type ClaimedGeneration,
  CONTINUE_WITHIN_MS,
  type Outcome,
  type Segment,
  STARTS_MAX,
  WRITERS_MAX,
} from "./generation.ts";
import { interruption } from "./to-outcome.ts";

/** What a claimed generation comes to as it was left; null where a model is to be asked. `segments`: this claim's is the last. */
export function judgeClaim(
  { isStopRequested, silentMs }: ClaimedGeneration,
  end: StreamEnd,
  segments: readonly Segment[],
): Pick<Outcome, "status" | "error"> | null {
  if (end.finishReason) return { status: "ended", error: null };
  if (isStopRequested) return { status: "stopped", error: null };
  if (silentMs > CONTINUE_WITHIN_MS || leadsNowhere(segments)) return { status: "interrupted", error: interruption() };
  return null;
}

function leadsNowhere(segments: readonly Segment[]): boolean {
  const last = segments.at(-1);
  if (!last) return false;
  return (
    last.fruitless >= WRITERS_MAX || segments.filter(({ fromSeq }) => fromSeq === last.fromSeq).length > STARTS_MAX
  );
}
