import type { MessagePart } from "#contracts/message.ts";

type ToolCall = Extract<MessagePart, { type: "tool-call" }>;
type ToolResult = Extract<MessagePart, { type: "tool-result" }>;

/**
 * What is drawn of an answer, in reading order. `index` is the place of its part and never changes while parts are added.
 * A call of a tool and its result are one block; `call` null: the result stands alone.
 */
export type AnswerBlock =
  | { type: "part"; index: number; part: Exclude<MessagePart, ToolCall | ToolResult> }
  | { type: "tool"; index: number; call: ToolCall | null; result: ToolResult | null };

/** The parts of an answer as they are drawn: each result with its call, at the call's place. Pure. */
export function toAnswerBlocks(parts: readonly MessagePart[]): AnswerBlock[] {
  const calls = new Set(parts.flatMap((part) => (part.type === "tool-call" ? [part.toolCallId] : [])));
  return parts.flatMap((part, index): AnswerBlock[] => {
    if (part.type === "tool-call") return [{ type: "tool", index, call: part, result: findResult(parts, part) }];
    if (part.type !== "tool-result") return [{ type: "part", index, part }];
    return calls.has(part.toolCallId) ? [] : [{ type: "tool", index, call: null, result: part }];
  });
}

function findResult(parts: readonly MessagePart[], { toolCallId }: ToolCall): ToolResult | null {
  const found = parts.find((part) => part.type === "tool-result" && part.toolCallId === toolCallId);
  return found?.type === "tool-result" ? found : null;
}
