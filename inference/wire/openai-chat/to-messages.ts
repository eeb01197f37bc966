import type { ChatPart, ChatRequest, ChatTurn } from "#inference/chat-model.ts";
import { writeTurns } from "#inference/continue/write-turns.ts";
import { portableName } from "#inference/wire/portable-name.ts";
import { readToolInput } from "#inference/wire/read-tool-input.ts";

type TextContent = { type: "text"; text: string };
type ImageContent = { type: "image_url"; image_url: { url: string } };
type ToolCall = { id: string; type: "function"; function: { name: string; arguments: string } };

/** One message of a chat completion. */
export type OpenaiMessage =
  | { role: "system"; content: string }
  | { role: "user"; content: string | (TextContent | ImageContent)[] }
  | { role: "assistant"; content: string | null; tool_calls?: ToolCall[] }
  | { role: "tool"; tool_call_id: string; content: string };

/** The conversation as messages of a chat completion. A text alone stands by itself, as the oldest servers want it. */
export function toMessages(request: ChatRequest): OpenaiMessage[] {
  const messages = writeTurns(request).flatMap(toTurnMessages);
  return request.system === null ? messages : [{ role: "system", content: request.system }, ...messages];
}

function toTurnMessages({ role, parts }: ChatTurn): OpenaiMessage[] {
  return role === "assistant" ? [toAssistantMessage(parts)] : [...toToolMessages(parts), ...toUserMessages(parts)];
}

function toAssistantMessage(parts: readonly ChatPart[]): OpenaiMessage {
  const text = parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
  const calls = parts.flatMap((part) => (part.type === "tool-call" ? [toToolCall(part)] : []));
  if (calls.length === 0) return { role: "assistant", content: text };
  return { role: "assistant", content: text === "" ? null : text, tool_calls: calls };
}

function toToolCall({ toolCallId, toolName, inputText }: Extract<ChatPart, { type: "tool-call" }>): ToolCall {
  return {
    id: portableName(toolCallId),
    type: "function",
    function: { name: portableName(toolName), arguments: JSON.stringify(readToolInput(inputText)) },
  };
}

function toToolMessages(parts: readonly ChatPart[]): OpenaiMessage[] {
  return parts.flatMap((part): OpenaiMessage[] => {
    if (part.type !== "tool-result") return [];
    // The protocol has no mark for a failure: the words must say it.
    const content = part.isError ? `The tool failed: ${part.output}` : part.output;
    return [{ role: "tool", tool_call_id: portableName(part.toolCallId), content }];
  });
}

function toUserMessages(parts: readonly ChatPart[]): OpenaiMessage[] {
  const contents = parts.flatMap(toContents);
  const [only] = contents;
  if (only === undefined) return [];
  return [{ role: "user", content: contents.length === 1 && only.type === "text" ? only.text : contents }];
}

function toContents(part: ChatPart): (TextContent | ImageContent)[] {
  if (part.type === "text") return [{ type: "text", text: part.text }];
  if (part.type !== "image") return [];
  return [{ type: "image_url", image_url: { url: `data:${part.mediaType};base64,${part.base64}` } }];
}
