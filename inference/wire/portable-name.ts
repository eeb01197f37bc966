import { createHash } from "node:crypto";

const HASH_LENGTH = 12;

/**
 * The name of a tool, or of a call of one, as every provider takes it: at most 40 letters, digits, `-` and `_`. A call
 * that one provider named may go on at another. The same name becomes the same every time.
 */
export function portableName(name: string): string {
  if (/^[\w-]{1,40}$/.test(name)) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, HASH_LENGTH);
  return `${name.replaceAll(/[^\w-]/g, "_").slice(0, 40 - HASH_LENGTH - 1)}_${hash}`;
}
