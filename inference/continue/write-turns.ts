import type { MessagePart } from "#contracts/message.ts";
import type { ChatPart, ChatRequest, ChatTurn } from "#inference/chat-model.ts";
import { textTurn } from "#inference/text-turn.ts";
import { normaliseTurns } from "#inference/wire/normalise-turns.ts";
import { CONTINUE_INSTRUCTION } from "./continue-instruction.ts";
import { writtenText } from "./written-text.ts";

/**
 * The turns of a request as every provider accepts them. For a continued answer these are the conversation's, then
 * the answer so far as the model's own, with its calls of tools and their results, and then the instruction to go on. Where
 * the last thing is a result, the model is to speak anyway; where nothing came yet, the question is asked again.
 */
export function writeTurns({ turns, continues }: ChatRequest): ChatTurn[] {
  const lastResult = continues.findLastIndex(({ type }) => type === "tool-result");
  const conversation = normaliseTurns([...turns, ...toRounds(continues.slice(0, lastResult + 1))]);
  const written = writtenText(continues);
  if (written.trim() === "") return conversation;
  return [
    ...conversation,
    textTurn({ role: "assistant", text: written }),
    textTurn({ role: "user", text: CONTINUE_INSTRUCTION }),
  ];
}

/** What was said and called, by the model, and what came of it, as the person's turns: no provider takes a call without its result. */
function toRounds(parts: readonly MessagePart[]): ChatTurn[] {
  const answered = new Set(parts.flatMap((part) => (part.type === "tool-result" ? [part.toolCallId] : [])));
  return parts.flatMap((part): ChatTurn[] => {
    const said = toChatPart(part);
    if (said === null || (said.type === "tool-call" && !answered.has(said.toolCallId))) return [];
    return [{ role: said.type === "tool-result" ? "user" : "assistant", parts: [said] }];
  });
}

function toChatPart(part: MessagePart): ChatPart | null {
  switch (part.type) {
    case "text":
    case "tool-call":
    case "tool-result":
      return part;
    case "reasoning":
    case "refusal":
    case "notice":
      return null;
  }
}
