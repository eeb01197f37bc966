import type { ChatPart, ChatRequest, ChatTurn } from "#inference/chat-model.ts";
import { writeTurns } from "#inference/continue/write-turns.ts";
import { portableName } from "#inference/wire/portable-name.ts";
import { readToolInput } from "#inference/wire/read-tool-input.ts";

type InputContent = { type: "input_text"; text: string } | { type: "input_image"; image_url: string; detail: "auto" };

/** One item of what a response answers. */
export type InputItem =
  | { role: "user"; content: string | InputContent[] }
  | { role: "assistant"; content: string }
  | { type: "function_call"; call_id: string; name: string; arguments: string }
  | { type: "function_call_output"; call_id: string; output: string };

/** The conversation as items of OpenAI's responses. Nothing in it bears an id of OpenAI's: nothing is stored there. */
export function toInput(request: ChatRequest): InputItem[] {
  return writeTurns(request).flatMap(({ role, parts }: ChatTurn): InputItem[] => {
    if (role === "user") return [...parts.flatMap(toToolItem), ...toUserItem(parts)];
    const text = parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
    return [...(text === "" ? [] : [{ role: "assistant" as const, content: text }]), ...parts.flatMap(toToolItem)];
  });
}

function toToolItem(part: ChatPart): InputItem[] {
  if (part.type === "tool-call") {
    const { toolCallId, toolName, inputText } = part;
    const call = { call_id: portableName(toolCallId), name: portableName(toolName) };
    return [{ type: "function_call", ...call, arguments: JSON.stringify(readToolInput(inputText)) }];
  }
  if (part.type !== "tool-result") return [];
  // The protocol has no mark for a failure: the words must say it.
  const output = part.isError ? `The tool failed: ${part.output}` : part.output;
  return [{ type: "function_call_output", call_id: portableName(part.toolCallId), output }];
}

function toUserItem(parts: readonly ChatPart[]): InputItem[] {
  const contents = parts.flatMap(toContents);
  const [only] = contents;
  if (only === undefined) return [];
  return [{ role: "user", content: contents.length === 1 && only.type === "input_text" ? only.text : contents }];
}

function toContents(part: ChatPart): InputContent[] {
  if (part.type === "text") return [{ type: "input_text", text: part.text }];
  if (part.type !== "image") return [];
  return [{ type: "input_image", image_url: `data:${part.mediaType};base64,${part.base64}`, detail: "auto" }];
}
