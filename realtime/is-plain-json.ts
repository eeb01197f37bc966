/** How deep a frame of ours may nest; the deepest of `contracts/socket-frames.ts` has three levels. */
const DEPTH_MAX = 8;

/** How many things a frame may hold; the fullest of ours, a subscription with a hundred cursors, has fewer than 400. */
const ITEMS_MAX = 2_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
/** `[` and `{`, `]` and `}` differ in this bit alone. */
const CURLY = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;

/**
 * False for a text that nests too deep or holds too many things, told at the byte that is one too many: parsing it would
 * cost a hundred times its size. Says nothing of whether it is JSON.
 */
export function isPlainJson(text: Uint8Array): boolean {
  let depth = 0;
  let items = 0;
  for (let index = 0; index < text.length; index++) {
    const byte = text[index] ?? 0;
    if (byte === QUOTE) {
      index = findEndOfString(text, index + 1);
    } else if (byte === COMMA) {
      if (++items > ITEMS_MAX) return false;
    } else if ((byte | CURLY) === OPENING) {
      if (++depth > DEPTH_MAX || ++items > ITEMS_MAX) return false;
    } else if ((byte | CURLY) === CLOSING) {
      depth -= 1;
    }
  }
  return true;
}

/** The place of the quote that ends the string, or the text's end. */
function findEndOfString(text: Uint8Array, start: number): number {
  let index = start;
  for (; index < text.length && text[index] !== QUOTE; index++) if (text[index] === BACKSLASH) index += 1;
  return index;
}
