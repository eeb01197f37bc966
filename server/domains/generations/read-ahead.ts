/**
 * The same stream, asked for its first item already now: the dial is under way while its reader
 * still waits for something else. A reader that never comes must call `cancel`.
 */
export function readAhead<Item>(stream: AsyncIterable<Item>): { items: AsyncIterable<Item>; cancel: () => void } {
  const iterator = stream[Symbol.asyncIterator]();
  const first = iterator.next();
  // Whoever reads the items meets the failure; until then it must not count as unheard.
  first.catch(() => null);
  let isFirst = true;
  const next = (): Promise<IteratorResult<Item>> => {
    if (!isFirst) return iterator.next();
    isFirst = false;
    return first;
  };
  const end = async (): Promise<IteratorResult<Item>> =>
    (await iterator.return?.()) ?? { done: true, value: undefined };
  return {
    items: { [Symbol.asyncIterator]: () => ({ next, return: end }) },
    cancel: () => void end().catch(() => null),
  };
}
