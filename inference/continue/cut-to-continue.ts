import type { StreamPart } from "#contracts/stream-part.ts";

/**
 * How many of the first parts of an answer that broke off may stay when a model goes on with it.
 * Text stays as far as it came, and so does whatever was complete: reasoning that text or a tool
 * call followed, a tool call that ended. Open reasoning, a refusal and an unfinished tool call go,
 * with what stands behind them, and so does a terminal part. Cutting again changes nothing.
 */
export function cutToContinue(parts: readonly StreamPart[]): number {
  const openToolCalls = new Set<string>();
  let isInOpenBlock = false;
  let kept = 0;
  for (const [index, part] of parts.entries()) {
    if (part.type === "finish" || part.type === "error") break;
    if (part.type === "tool-call-start") openToolCalls.add(part.toolCallId);
    if (part.type === "tool-call-end") openToolCalls.delete(part.toolCallId);
    if (part.type === "reasoning-delta" || part.type === "refusal-delta") isInOpenBlock = true;
    else if (part.type === "text-delta" || part.type === "tool-call-start") isInOpenBlock = false;
    if (!isInOpenBlock && openToolCalls.size === 0) kept = index + 1;
  }
  return kept;
}
