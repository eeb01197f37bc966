import type { ChatPart, ChatTurn } from "#inference/chat-model.ts";
import type { JsonObject } from "#contracts/json-object.ts";
import { portableName } from "#inference/wire/portable-name.ts";
import { readToolInput } from "#inference/wire/read-tool-input.ts";

type GeminiPart =
  | { text: string }
  | { inlineData: { mimeType: string; data: string } }
  | { functionCall: { id: string; name: string; args: JsonObject }; thoughtSignature?: string }
  | { functionResponse: { id: string; name: string; response: { output: string } | { error: string } } };

/** One turn as Gemini wants it. */
export type GeminiContent = { role: "user" | "model"; parts: GeminiPart[] };

/**
 * Stands where a signature of Gemini's own thoughts should stand. From Gemini 3 on a function call
 * without one is refused; this word is Google's own for a call whose signature nobody has.
 * https://ai.google.dev/gemini-api/docs/thought-signatures
 */
const UNSIGNED = "skip_thought_signature_validator";

/** The models that ask for no signature, and that the word would confuse. */
const TAKES_UNSIGNED = /^gemini-[12]\b|^(?!gemini-)/;

/** Turns as Gemini wants them; those of `writeTurns` it takes as they are. */
export function writeContents(modelName: string, turns: readonly ChatTurn[]): GeminiContent[] {
  const signature = TAKES_UNSIGNED.test(modelName) ? {} : { thoughtSignature: UNSIGNED };
  return turns.map(({ role, parts }) => ({
    role: role === "assistant" ? "model" : "user",
    parts: parts.map((part) => writePart(part, signature)),
  }));
}

function writePart(part: ChatPart, signature: { thoughtSignature?: string }): GeminiPart {
  switch (part.type) {
    case "text":
      return { text: part.text };
    case "image":
      return { inlineData: { mimeType: part.mediaType, data: part.base64 } };
    case "tool-call": {
      const called = { id: part.toolCallId, name: portableName(part.toolName), args: readToolInput(part.inputText) };
      return { functionCall: called, ...signature };
    }
    case "tool-result": {
      const response = part.isError ? { error: part.output } : { output: part.output };
      return { functionResponse: { id: part.toolCallId, name: portableName(part.toolName), response } };
    }
  }
}
