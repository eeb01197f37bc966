/** How long a fence at the beginning of a text is, whether it can only open a block, and whether more text could still make one. */
export type Fence = { length: number; opensBlock: boolean; mayGrow: boolean };

const LINE_LENGTH_MAX = 40;
const NONE: Fence = { length: 0, opensBlock: false, mayGrow: false };

/**
 * A first line that looks like the beginning of a block of code, with the blanks before it.
 * `openFence` is the fence of the block in which the text before stops; outside of a block a fence
 * is content like any other.
 */
export function readFence(text: string, openFence: string | null): Fence {
  if (openFence === null) return NONE;
  const said = text.trimStart();
  if (openFence.startsWith(said)) return { ...NONE, mayGrow: true };
  if (!said.startsWith(openFence)) return NONE;
  const end = said.indexOf("\n");
  if (end === -1) return { ...NONE, mayGrow: said.length < LINE_LENGTH_MAX };
  const language = said.slice(0, end).replace(/^[`~]+/, "");
  if (end > LINE_LENGTH_MAX || language.includes("`")) return NONE;
  // A fence without a language may as well be the one that closes the block.
  return { length: text.length - said.length + end + 1, opensBlock: language.trim() !== "", mayGrow: false };
}
