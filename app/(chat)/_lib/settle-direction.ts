/** From this length on, finding the direction anew at every key costs more than the key itself. */
const LONG_FROM = 4_000;

/** Lets a field find the direction of its text by itself, and keeps the one it found when the text gets long. */
export function settleDirection(field: HTMLTextAreaElement, length: number): void {
  if (length < LONG_FROM) field.dir = "auto";
  else if (field.dir === "auto") field.dir = getComputedStyle(field).direction;
}
