import type { ChatPart, ChatTurn } from "#inference/chat-model.ts";

/**
 * The turns with only those calls of tools that the turn behind them answers, and only those results: a call without its
 * result, or a result without its call, makes every provider refuse the whole request. Calls stand at the end of their
 * turn and results at the beginning of theirs, which some providers demand. The turns must alternate.
 */
export function pairToolParts(turns: readonly ChatTurn[]): ChatTurn[] {
  return turns.map((turn, index) => {
    const isAnswer = turn.role === "assistant";
    const neighbour = idsOf(turns[isAnswer ? index + 1 : index - 1], isAnswer ? "tool-result" : "tool-call");
    const own = isAnswer ? "tool-call" : "tool-result";
    const paired = turn.parts.filter((part) => part.type === own && neighbour.has(part.toolCallId));
    const rest = turn.parts.filter(({ type }) => type !== "tool-call" && type !== "tool-result");
    return { role: turn.role, parts: isAnswer ? [...rest, ...paired] : [...paired, ...rest] };
  });
}

function idsOf(turn: ChatTurn | undefined, type: "tool-call" | "tool-result"): Set<string> {
  return new Set((turn?.parts ?? []).flatMap((part: ChatPart) => (part.type === type ? [part.toolCallId] : [])));
}
