import type { StreamPart } from "#contracts/stream-part.ts";

/** How much content a part adds, in UTF-16 units. */
export function contentLengthOf(part: StreamPart): number {
  if (part.type === "tool-call-delta") return part.inputText.length;
  const isText = part.type === "text-delta" || part.type === "reasoning-delta" || part.type === "refusal-delta";
  return isText ? part.text.length : 0;
}
