import { streamPartSchema, type StreamPart } from "#contracts/stream-part.ts";

/** Of what an event says some characters may stand twice: an id in the start, the deltas and the end of a call. */
const LENGTH_FACTOR = 4;

/** What an answer broke of the promises of `contracts/stream-part.ts`; null where it kept all. `bytes` is how much the provider sent. */
export function findBrokenPromise(parts: readonly StreamPart[], bytes: number): string | null {
  const ends = parts.filter(({ type }) => type === "finish" || type === "error");
  if (ends.length !== 1 || ends[0] !== parts.at(-1)) return "not exactly one end, at the end";
  if (parts.filter(({ type }) => type === "usage").length > 1) return "usage twice";
  const openToolCalls = new Set<string>();
  const toolCalls = new Set<string>();
  let length = 0;
  for (const part of parts) {
    if (!streamPartSchema.safeParse(part).success) return `no part at all: ${JSON.stringify(part).slice(0, 200)}`;
    if (part.type === "tool-call-start") {
      if (toolCalls.has(part.toolCallId)) return "a tool call that begins twice";
      toolCalls.add(part.toolCallId);
      openToolCalls.add(part.toolCallId);
    }
    if (part.type === "tool-call-delta" && !openToolCalls.has(part.toolCallId)) return "input of no open tool call";
    if (part.type === "tool-call-end" && !openToolCalls.delete(part.toolCallId)) return "the end of no open tool call";
    const text = textOf(part);
    if (text === null) continue;
    if (text === "" || !text.isWellFormed() || text.includes("\0"))
      return `a text that cannot be stored: ${JSON.stringify(text)}`;
    length += text.length;
  }
  return length > bytes * LENGTH_FACTOR ? `${length} characters out of ${bytes} bytes` : null;
}

function textOf(part: StreamPart): string | null {
  if (part.type === "tool-call-delta") return part.inputText;
  const isText = part.type === "text-delta" || part.type === "reasoning-delta" || part.type === "refusal-delta";
  return isText ? part.text : null;
}
