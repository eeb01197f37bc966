/** What one writer reached: completed writes a second, and how long one took at the 99th percentile. */
export type LoadResult = { perSecond: number; p99Ms: number };

/** Keeps `callers` writes under way for `durationMs` and measures them. */
export async function applyLoad(
  write: () => Promise<unknown>,
  { callers, durationMs }: { callers: number; durationMs: number },
): Promise<LoadResult> {
  const latenciesMs: number[] = [];
  const start = performance.now();
  const end = start + durationMs;
  const call = async (): Promise<void> => {
    for (let begun = performance.now(); begun < end; begun = performance.now()) {
      await write();
      latenciesMs.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  const elapsedMs = performance.now() - start;
  const sorted = latenciesMs.toSorted((one, other) => one - other);
  const p99Ms = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
  return { perSecond: (sorted.length * 1_000) / elapsedMs, p99Ms };
}
