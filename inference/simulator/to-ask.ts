import { CONTINUE_INSTRUCTION } from "#inference/continue/continue-instruction.ts";
import type { SimulatedAsk } from "./simulated-request.ts";

/** What is asked, with the question and the unfinished answer found among its turns. */
export function toAsk(read: Omit<SimulatedAsk, "question" | "continues">): SimulatedAsk {
  const [before, last] = read.turns.slice(-2);
  const isContinued = last?.text === CONTINUE_INSTRUCTION && before?.role === "assistant";
  const asked = isContinued ? read.turns.slice(0, -1) : read.turns;
  return {
    ...read,
    question: asked.findLast(({ role, text }) => role === "user" && text !== "")?.text ?? "",
    continues: isContinued ? before.text : "",
  };
}
