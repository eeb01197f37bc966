import type { ChatPart, ChatTurn } from "#inference/chat-model.ts";

/**
 * The turns as every provider accepts them: none is empty, and no two of the same role follow each
 * other, which the chat templates of many open models refuse. Texts that come to stand side by side
 * become one.
 */
export function normaliseTurns(turns: readonly ChatTurn[]): ChatTurn[] {
  const normalised: { role: ChatTurn["role"]; parts: ChatPart[] }[] = [];
  for (const { role, parts } of turns) {
    const said = parts.filter((part) => part.type !== "text" || part.text.trim() !== "");
    if (said.length === 0) continue;
    const last = normalised.at(-1);
    const turn = last?.role === role ? last : { role, parts: [] };
    if (turn !== last) normalised.push(turn);
    for (const part of said) addPart(turn.parts, part);
  }
  return normalised;
}

function addPart(parts: ChatPart[], part: ChatPart): void {
  const last = parts.at(-1);
  if (last?.type === "text" && part.type === "text") {
    parts[parts.length - 1] = { type: "text", text: `${last.text}\n\n${part.text}` };
  } else {
    parts.push(part);
  }
}
