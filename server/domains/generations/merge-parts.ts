import type { StreamPart } from "#contracts/stream-part.ts";

/**
 * Adds `part` to `parts` in place, into the last one where both continue the same block: fewer
 * parts, the same content.
 */
export function mergePart(parts: StreamPart[], part: StreamPart): void {
  const merged = join(parts.at(-1), part);
  if (merged) parts[parts.length - 1] = merged;
  else parts.push(part);
}

/** The same content in as few parts as it takes. */
export function mergeParts(parts: readonly StreamPart[]): StreamPart[] {
  const merged: StreamPart[] = [];
  for (const part of parts) mergePart(merged, part);
  return merged;
}

function join(last: StreamPart | undefined, part: StreamPart): StreamPart | null {
  switch (part.type) {
    case "text-delta":
    case "reasoning-delta":
    case "refusal-delta":
      return last?.type === part.type ? { type: part.type, text: last.text + part.text } : null;
    case "tool-call-delta":
      if (last?.type !== part.type || last.toolCallId !== part.toolCallId) return null;
      return { ...part, inputText: last.inputText + part.inputText };
    case "tool-call-start":
    case "tool-call-end":
    case "tool-result":
    case "notice":
    case "response-start":
    case "usage":
    case "finish":
    case "error":
      return null;
  }
}
