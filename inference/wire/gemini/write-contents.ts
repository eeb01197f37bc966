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

/** Finds the signature that came with a call of a tool; null where nobody has it. */
export type FindSignature = (toolCallId: string) => string | null;

/** Turns as Gemini wants them; those of `writeTurns` it takes as they are. */
export function writeContents(
  modelName: string,
  turns: readonly ChatTurn[],
  findSignature: FindSignature,
): GeminiContent[] {
  const unsigned = TAKES_UNSIGNED.test(modelName) ? null : UNSIGNED;
  return turns.map(({ role, parts }) => {
    // Of calls in parallel only the first comes with one, for all of them.
    const isSigned = parts.some((part) => part.type === "tool-call" && findSignature(part.toolCallId) !== null);
    const sign: FindSignature = isSigned ? findSignature : () => unsigned;
    return { role: role === "assistant" ? "model" : "user", parts: parts.map((part) => writePart(part, sign)) };
  });
}

function writePart(part: ChatPart, sign: FindSignature): GeminiPart {
  switch (part.type) {
    case "text":
      return { text: part.text };
    case "image":
      return { inlineData: { mimeType: part.mediaType, data: part.base64 } };
    case "tool-call": {
      const called = { id: part.toolCallId, name: portableName(part.toolName), args: readToolInput(part.inputText) };
      const thoughtSignature = sign(part.toolCallId);
      return { functionCall: called, ...(thoughtSignature === null ? {} : { thoughtSignature }) };
    }
    case "tool-result": {
      const response = part.isError ? { error: part.output } : { output: part.output };
      return { functionResponse: { id: part.toolCallId, name: portableName(part.toolName), response } };
    }
  }
}
