/** Wakes those who wait for news of a name within this process, so that they need not wait for their next poll. */
export type WakeBoard = {
  /** Resolves when `name` is woken, after `timeoutMs` or when `signal` aborts, whichever comes first. Never rejects. */
  wait: (name: string, timeoutMs: number, signal: AbortSignal) => Promise<void>;
  wake: (name: string) => void;
};

/** An empty board; a name costs something only while somebody waits for it. */
export function createWakeBoard(): WakeBoard {
  const waiting = new Map<string, Set<() => void>>();
  return {
    wait: (name, timeoutMs, signal) =>
      new Promise((resolve) => {
        const waiters = waiting.get(name) ?? new Set();
        const finish = (): void => {
          clearTimeout(timer);
          signal.removeEventListener("abort", finish);
          waiters.delete(finish);
          if (waiters.size === 0 && waiting.get(name) === waiters) waiting.delete(name);
          resolve();
        };
        const timer = setTimeout(finish, timeoutMs);
        signal.addEventListener("abort", finish, { once: true });
        waiting.set(name, waiters.add(finish));
      }),
    wake: (name) => waiting.get(name)?.forEach((finish) => finish()),
  };
}
