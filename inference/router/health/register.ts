/** A value that any process may set: the last one to do so wins, everywhere alike. */
export type Register<Value> = { value: Value; at: number; by: string };

/** A newer value than the one that stands, also for a process whose clock is behind. */
export function setRegister<Value>(before: Register<Value>, value: Value, { at, by }: Stamp): Register<Value> {
  return { value, at: Math.max(at, before.at + 1), by };
}

/** Which of two values of one register stands. */
export function newest<Value>(a: Register<Value>, b: Register<Value>): Register<Value> {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.by >= b.by ? a : b;
}

type Stamp = { at: number; by: string };
