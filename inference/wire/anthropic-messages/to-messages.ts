import type { ChatPart, ChatRequest, ChatTurn, ImageMediaType } from "#inference/chat-model.ts";
import type { JsonObject } from "#contracts/json-object.ts";
import { writeTurns } from "#inference/continue/write-turns.ts";
import { normaliseTurns } from "#inference/wire/normalise-turns.ts";
import { portableName } from "#inference/wire/portable-name.ts";
import { readToolInput } from "#inference/wire/read-tool-input.ts";
import { CACHE_HERE, type CacheMarker } from "./cache-marker.ts";

type Block = (
  | { type: "text"; text: string }
  | { type: "image"; source: { type: "base64"; media_type: ImageMediaType; data: string } }
  | { type: "tool_use"; id: string; name: string; input: JsonObject }
  | { type: "tool_result"; tool_use_id: string; content: string; is_error: boolean }
) &
  CacheMarker;

/** One message of Anthropic's protocol. */
export type AnthropicMessage = { role: "user" | "assistant"; content: string | Block[] };

/**
 * The conversation as Anthropic's messages. The last that the next turn will find again, as it stands, is marked: the
 * next turn reads the conversation so far from the cache.
 */
export function toMessages(request: ChatRequest): AnthropicMessage[] {
  // What asks for the rest of a broken answer stands behind it, and is said once.
  const lastStable = normaliseTurns(request.turns).length - 1;
  return writeTurns(request).map((turn, index) => toMessage(turn, index === lastStable));
}

function toMessage({ role, parts }: ChatTurn, isMarked: boolean): AnthropicMessage {
  const [only] = parts;
  if (!isMarked && parts.length === 1 && only?.type === "text") return { role, content: only.text };
  const blocks = parts.map(toBlock);
  const last = blocks.pop();
  if (last === undefined) return { role, content: blocks };
  return { role, content: [...blocks, isMarked ? { ...last, ...CACHE_HERE } : last] };
}

function toBlock(part: ChatPart): Block {
  switch (part.type) {
    case "text":
      return { type: "text", text: part.text };
    case "image":
      return { type: "image", source: { type: "base64", media_type: part.mediaType, data: part.base64 } };
    case "tool-call": {
      const { toolCallId, toolName, inputText } = part;
      return {
        type: "tool_use",
        id: portableName(toolCallId),
        name: portableName(toolName),
        input: readToolInput(inputText),
      };
    }
    case "tool-result":
      return {
        type: "tool_result",
        tool_use_id: portableName(part.toolCallId),
        content: part.output,
        is_error: part.isError,
      };
  }
}
