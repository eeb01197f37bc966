import type { Id } from "#contracts/ids.ts";

/**
 * `id`, or where a clock that went wrong made it older than `than`, the id right after that one: what comes later has
 * the later id, whichever device made it. Both are lower-case UUIDs.
 */
export function newerId(id: Id, than: Id | null): Id {
  if (than === null || id > than) return id;
  const hex = (BigInt(`0x${than.replaceAll("-", "")}`) + 1n).toString(16).padStart(32, "0");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
