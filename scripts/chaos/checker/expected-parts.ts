import type { MessagePart } from "#contracts/message.ts";
import { parseScenarioName } from "#inference/simulator/parse-scenario-name.ts";

/** What the simulator's model says to a prompt when nothing breaks it off, as the content of a message. */
export function expectedParts(modelName: string, prompt: string): MessagePart[] {
  const named = parseScenarioName(modelName);
  if (!named) throw new Error(`the simulator has no ${modelName}`);
  return named.scenario.answer(prompt, named.parameter).pieces.map((piece): MessagePart => {
    const text = piece.tokens.join("");
    if (piece.type !== "tool-call") return { type: piece.type, text };
    return { type: "tool-call", toolCallId: piece.toolCallId, toolName: piece.toolName, inputText: text };
  });
}
