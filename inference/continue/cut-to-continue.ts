import type { StreamPart } from "#contracts/stream-part.ts";

/**
 * How many of the first parts of an answer that broke off may stay when a model goes on with it.
 * Text stays as far as it came, and so do calls of tools with the results of all of them, and with both
 * whatever was complete before: reasoning, for instance. What stands behind goes: open reasoning, a refusal, a
 * terminal part, and every call that lacks its result, for it will be made again, with all that came behind it,
 * text included. Cutting again changes nothing.
 */
export function cutToContinue(parts: readonly StreamPart[]): number {
  const unanswered = new Set<string>();
  let isSettled = true;
  let kept = 0;
  for (const [index, part] of parts.entries()) {
    if (part.type === "finish" || part.type === "error") break;
    if (part.type === "tool-call-start") unanswered.add(part.toolCallId);
    if (part.type === "tool-result") unanswered.delete(part.toolCallId);
    if (part.type === "text-delta" || part.type === "tool-result") isSettled = true;
    else if (part.type !== "response-start" && part.type !== "usage" && part.type !== "notice") isSettled = false;
    if (isSettled && unanswered.size === 0) kept = index + 1;
  }
  return kept;
}
