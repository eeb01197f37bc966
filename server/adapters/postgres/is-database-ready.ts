import type { Database } from "./database.ts";

const WAIT_MS = 2_000;

/** Whether the database answers a question within two seconds. Never throws. */
export async function isDatabaseReady({ pool }: Pick<Database, "pool">): Promise<boolean> {
  const { promise: tooLate, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), WAIT_MS);
  const answers = pool.query("select 1").then(
    () => true,
    () => false,
  );
  const isReady = await Promise.race([answers, tooLate]);
  clearTimeout(timer);
  return isReady;
}
