import type { ChatRequest, ChatTurn } from "#inference/chat-model.ts";
import { textTurn } from "#inference/text-turn.ts";
import { normaliseTurns } from "#inference/wire/normalise-turns.ts";
import { CONTINUE_INSTRUCTION } from "./continue-instruction.ts";
import { writtenText } from "./written-text.ts";

/**
 * The turns of a request as every provider accepts them. For a continued answer these are the
 * conversation's, then the text so far as the model's own, then the instruction to go on; where no
 * text came yet there is nothing to go on with, and the question is asked again.
 */
export function writeTurns({ turns, continues }: ChatRequest): ChatTurn[] {
  const written = writtenText(continues);
  if (written.trim() === "") return normaliseTurns(turns);
  return [
    ...normaliseTurns(turns),
    textTurn({ role: "assistant", text: written }),
    textTurn({ role: "user", text: CONTINUE_INSTRUCTION }),
  ];
}
