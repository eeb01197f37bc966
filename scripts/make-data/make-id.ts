import { v7 as uuidv7 } from "uuid";
import type { Random } from "./random.ts";

/** A UUIDv7 of that moment which is the same for the same chance. */
export function makeId(random: Random, at: Date): string {
  const bytes = Uint8Array.from({ length: 16 }, () => random.integer(0, 255));
  return uuidv7({ msecs: at.getTime(), random: bytes, seq: random.integer(0, 0x7fffffff) });
}
