import type { MessagePart } from "#contracts/message.ts";
import { isPrefix } from "./is-prefix.ts";

/**
 * Whether a new writer may have taken back what was shown: only blocks of reasoning and tool calls at its end, which it has to
 * begin again where the last of them was open. `content` is what stands there now; what stood before them must stand as it was.
 */
export function isSafeRollback(shown: readonly MessagePart[], content: readonly MessagePart[]): boolean {
  const firstOpen = shown.findLastIndex(({ type }) => type === "text" || type === "refusal") + 1;
  if (firstOpen === shown.length) return false;
  const settled = shown.slice(0, firstOpen);
  const kept = content.slice(0, firstOpen);
  // Text behind text is one part: what the new writer says next may have grown the last one.
  return kept.length === firstOpen && isPrefix(settled, kept);
}
