import type { Scenario } from "./scenarios.ts";
import { toTokens, type SimulatedAnswer, type SimulatedPiece } from "./simulated-answer.ts";

type Continued = { scenario: Scenario; parameter: number | null; written: string };

/** How many of its last words a model repeats that finds nothing missing. */
const REPEATED_WORDS = 8;

/**
 * What is missing of an answer of which `written` stands already: exactly that, or what the
 * scenario makes of it, and the last words where nothing is missing. An answer of which `written`
 * is no beginning is given whole; so is a new one, where `written` is empty.
 */
export function continueAnswer(answer: SimulatedAnswer, { scenario, parameter, written }: Continued): SimulatedAnswer {
  const whole = answer.pieces.flatMap((piece) => (piece.type === "text" ? piece.tokens : [])).join("");
  if (written === "" || !whole.startsWith(written)) return answer;
  const rest = whole.slice(written.length);
  const text = scenario.goesOn?.({ written, rest, parameter }) ?? (rest === "" ? lastWords(written) : rest);
  const place = answer.pieces.findIndex(({ type }) => type === "text");
  const tokens = toTokens(text);
  const pieces = answer.pieces.flatMap((piece, index): SimulatedPiece[] => {
    if (piece.type !== "text") return [piece];
    return index === place ? [{ type: "text", tokens }] : [];
  });
  return { ...answer, pieces, usage: { ...answer.usage, outputTokens: tokens.length } };
}

function lastWords(written: string): string {
  return toTokens(written).slice(-REPEATED_WORDS).join("");
}
