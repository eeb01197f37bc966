/** What has something to write at the end of this turn of the event loop. */
export type Flushable = { flush: () => void };

let dirty = new Set<Flushable>();
/** The set of the tick before, empty: a tick makes no new one. */
let spare = new Set<Flushable>();

/** Flushes `target` once, after everything of this turn of the event loop has been added: one write a connection a tick. */
export function flushSoon(target: Flushable): void {
  if (dirty.size === 0) setImmediate(flushAll);
  dirty.add(target);
}

function flushAll(): void {
  const targets = dirty;
  dirty = spare;
  for (const target of targets) target.flush();
  targets.clear();
  spare = targets;
}
