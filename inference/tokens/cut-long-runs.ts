/**
 * What a byte pair encoding merges as one piece takes time by the square of its length. Natural text never comes near
 * this; where somebody sends a run without a break, its count may be one too high for each cut.
 */
const LONG_RUN = /[\p{L}\p{M}]{256}|[^\s\p{L}\p{N}]{256}|\s{256}/gu;

/** The same text in pieces, none of which has a run of one kind of character that is longer than 256. Pure. */
export function cutLongRuns(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(LONG_RUN)) {
    const to = match.index + match[0].length;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return from < text.length ? [...pieces, text.slice(from)] : pieces;
}
