import type { ChatTurn } from "#inference/chat-model.ts";

/**
 * The turns as every provider accepts them: none is empty, and no two of the same role follow each
 * other, which the chat templates of many open models refuse.
 */
export function normaliseTurns(turns: readonly ChatTurn[]): ChatTurn[] {
  const normalised: ChatTurn[] = [];
  for (const turn of turns) {
    if (turn.text.trim() === "") continue;
    const last = normalised.at(-1);
    if (last?.role === turn.role) normalised[normalised.length - 1] = { ...last, text: `${last.text}\n\n${turn.text}` };
    else normalised.push(turn);
  }
  return normalised;
}
