/** Two neighbouring buckets differ by a tenth. */
const STEP = Math.log(1.1);

/** The bucket of a duration in milliseconds; the same in every process, so that counts can be added. */
export function toTimeBucket(ms: number): number {
  return Math.ceil(Math.log(Math.max(1, ms)) / STEP);
}

/** The duration in milliseconds below which `share` of all lie, at most a tenth too long; null where none was counted. */
export function readQuantile(counts: ReadonlyMap<number, number>, share: number): number | null {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let left = Math.ceil(total * share);
  for (const [bucket, count] of [...counts].toSorted(([a], [b]) => a - b)) {
    left -= count;
    if (left <= 0) return Math.exp(bucket * STEP);
  }
  return null;
}
