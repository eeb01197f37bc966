import { untilNextBeatMs } from "./until-next-beat-ms.ts";

let waiting: PromiseWithResolvers<void> | null = null;

/** The pause between two beats: two frames of a screen, shorter than the eye sees, long enough to join what a fast model says. */
export const BEAT_EVERY_MS = 33;

/**
 * Resolves at the next beat of the process. One timer for all who wait: they wake in the same turn of the event loop,
 * so that what they append is one commit.
 */
export function nextBeat(): Promise<void> {
  if (waiting !== null) return waiting.promise;
  const beat = (waiting = Promise.withResolvers<void>());
  setTimeout(() => {
    waiting = null;
    beat.resolve();
  }, untilNextBeatMs(BEAT_EVERY_MS));
  return beat.promise;
}
