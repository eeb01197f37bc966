/**
 * The whole milliseconds, rounded up, until the next whole multiple of `everyMs` on the clock of the process. Whoever
 * works to the same beat works in the same moment, so that many generations share one wake-up, one
 * commit and one write a socket.
 */
export function untilNextBeatMs(everyMs: number): number {
  return Math.ceil(everyMs - (performance.now() % everyMs));
}
