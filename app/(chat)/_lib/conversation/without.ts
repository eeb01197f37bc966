import type { Id } from "#contracts/ids.ts";

/** The record without that key; the same record where it has none. */
export function without<Value>(record: Readonly<Record<Id, Value>>, id: Id): Readonly<Record<Id, Value>> {
  if (!(id in record)) return record;
  const { [id]: _left, ...rest } = record;
  return rest;
}
