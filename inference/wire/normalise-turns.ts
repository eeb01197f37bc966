import type { ChatPart, ChatTurn } from "#inference/chat-model.ts";
import { pairToolParts } from "./pair-tool-parts.ts";

/**
 * The turns as every provider accepts them: none is empty, no two of the same role follow each
 * other, which the chat templates of many open models refuse, and every call of a tool has its result.
 * Texts that come to stand side by side become one. The beginning stays the same while turns are added, so that
 * providers can cache it.
 */
export function normaliseTurns(turns: readonly ChatTurn[]): ChatTurn[] {
  return mergeTurns(pairToolParts(mergeTurns(turns)));
}

function mergeTurns(turns: readonly ChatTurn[]): ChatTurn[] {
  const merged: { role: ChatTurn["role"]; parts: ChatPart[] }[] = [];
  for (const { role, parts } of turns) {
    const said = parts.filter((part) => part.type !== "text" || part.text.trim() !== "");
    if (said.length === 0) continue;
    const last = merged.at(-1);
    const turn = last?.role === role ? last : { role, parts: [] };
    if (turn !== last) merged.push(turn);
    for (const part of said) addPart(turn.parts, part);
  }
  return merged;
}

function addPart(parts: ChatPart[], part: ChatPart): void {
  const last = parts.at(-1);
  if (last?.type === "text" && part.type === "text") {
    parts[parts.length - 1] = { type: "text", text: `${last.text}\n\n${part.text}` };
  } else {
    parts.push(part);
  }
}
