import type { StreamPart } from "#contracts/stream-part.ts";

/**
 * How many of the first parts of an answer that broke off may stay when a model goes on with it.
 * Text stays as far as it came, and with it whatever was complete before it: reasoning, tool calls. What stands
 * behind the last text goes: open reasoning, a refusal, and tool calls even where they are whole, for
 * the model is shown text alone and makes them again. So does a terminal part. Cutting again changes nothing.
 */
export function cutToContinue(parts: readonly StreamPart[]): number {
  const openToolCalls = new Set<string>();
  let isBehindText = false;
  let kept = 0;
  for (const [index, part] of parts.entries()) {
    if (part.type === "finish" || part.type === "error") break;
    if (part.type === "tool-call-start") openToolCalls.add(part.toolCallId);
    if (part.type === "tool-call-end") openToolCalls.delete(part.toolCallId);
    if (part.type === "text-delta") isBehindText = false;
    else if (part.type !== "response-start" && part.type !== "usage" && part.type !== "notice") isBehindText = true;
    if (!isBehindText && openToolCalls.size === 0) kept = index + 1;
  }
  return kept;
}
