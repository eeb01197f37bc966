const LENGTH_MAX = 560;
const LINES_MAX = 9;
/** Folding must hide enough to be worth a button. */
const HIDDEN_MIN = 200;

/** The beginning of a long text, cut at a line or a word; null where the text is short enough to stand whole. */
export function foldText(text: string): string | null {
  const head = text.slice(0, LENGTH_MAX).split("\n", LINES_MAX).join("\n");
  const isCutByLines = head.length < Math.min(text.length, LENGTH_MAX);
  if (text.length - head.length < (isCutByLines ? 1 : HIDDEN_MIN)) return null;
  if (isCutByLines) return head;
  const lastSpace = head.search(/\s\S*$/);
  return lastSpace > LENGTH_MAX / 2 ? head.slice(0, lastSpace) : head;
}
