import type { MessagePart } from "#contracts/message.ts";
import { isPrefix } from "./is-prefix.ts";

/**
 * Whether a new writer may have taken back what was shown: only a block of reasoning or a tool call that was open,
 * which it has to begin again. `content` is what stands there now; everything before that block must stand as it was.
 */
export function isSafeRollback(shown: readonly MessagePart[], content: readonly MessagePart[]): boolean {
  const open = shown.at(-1);
  if (open?.type !== "reasoning" && open?.type !== "tool-call") return false;
  const settled = shown.slice(0, -1);
  return (
    content.length >= settled.length && isPrefix(settled, content.slice(0, settled.length)) && isWhole(settled, content)
  );
}

function isWhole(settled: readonly MessagePart[], content: readonly MessagePart[]): boolean {
  return JSON.stringify(settled) === JSON.stringify(content.slice(0, settled.length));
}
