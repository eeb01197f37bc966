import type { MessagePart } from "#contracts/message.ts";
import type { ChatPart, ChatRequest } from "#inference/chat-model.ts";
import { CONTINUE_INSTRUCTION } from "#inference/continue/continue-instruction.ts";
import { isContinuation } from "#inference/continue/is-continuation.ts";

/** The texts of what a request costs whatever stays of its conversation: instructions, tools, the answer so far. */
export function fixedTexts({ system, tools, answerFormat, continues }: ChatRequest): string[] {
  const goingOn = isContinuation(continues) ? [...continues.flatMap(partTexts), CONTINUE_INSTRUCTION] : [];
  const shapes = [...tools, ...(answerFormat ? [answerFormat] : [])].map((shape) => JSON.stringify(shape));
  return [...(system === null ? [] : [system]), ...shapes, ...goingOn];
}

/** The texts of a part as a model reads it; an image has none. */
export function partTexts(part: ChatPart | MessagePart): string[] {
  switch (part.type) {
    case "text":
      return [part.text];
    case "tool-call":
      return [part.toolName, part.inputText];
    case "tool-result":
      return [part.output];
    case "image":
    case "reasoning":
    case "refusal":
    case "notice":
      return [];
  }
}
