import type { StreamPart } from "#contracts/stream-part.ts";
import type { Call } from "./call.ts";

/** The call whose answer is read on, and what of it came up to the first of its content; where that did not come, its call is settled. */
export type Opening = { call: Call; parts: readonly StreamPart[] };

/** `late` resolves when it is time for a hedge, or never; `startHedge` begins it where one may be made. */
export type Hedging = { late: Promise<void> | null; startHedge: () => Call | null };

/**
 * Reads a call up to the first of its content, and another beside it from when it is late; who is
 * first goes on and the other one is cancelled at once. Where both fail it is the last one that counts.
 */
export async function raceToFirstPart(first: Call, { late, startHedge }: Hedging): Promise<Opening> {
  const racers = new Map<Call, Promise<Opening>>([[first, open(first)]]);
  let signal = late?.then(() => null) ?? null;
  for (;;) {
    const opening = await Promise.race([...racers.values(), ...(signal === null ? [] : [signal])]);
    if (opening === null) {
      signal = null;
      const hedge = startHedge();
      if (hedge !== null) racers.set(hedge, open(hedge));
      continue;
    }
    racers.delete(opening.call);
    if (opening.call.attempt.failure !== null && racers.size > 0) continue;
    for (const loser of racers.keys()) loser.cancel("lost-hedge");
    return opening;
  }
}

async function open(call: Call): Promise<Opening> {
  const parts: StreamPart[] = [];
  for (let part = await call.read(); part !== null; part = await call.read()) {
    parts.push(part);
    if (part.type !== "response-start") break;
  }
  return { call, parts };
}
