import type { ChatRequest } from "#inference/chat-model.ts";
import { turnText } from "#inference/turn-text.ts";
import { writtenText } from "#inference/continue/written-text.ts";

/** What the demo can show at length. */
type DemoSubject = "everything" | "code" | "table" | "formula" | "list";

/** All that the demo takes from a request: it looks for a few words and understands nothing else. */
export type DemoRequest = {
  subject: DemoSubject;
  language: "en" | "de";
  /** The first words of what the person wrote, in one line; empty where there are none. */
  quote: string;
  /** The answer as far as it came before it broke off; empty for a new one. */
  written: string;
};

const QUOTED_WORDS_MAX = 12;
const QUOTE_LENGTH_MAX = 80;

const SUBJECT_WORDS: [DemoSubject, RegExp][] = [
  ["code", /\b(code|program|function|script|javascript|typescript|python|programm|funktion)/i],
  ["table", /\b(table|tabelle)/i],
  ["formula", /\b(formula|equation|maths?|latex|formel|gleichung|mathe)/i],
  ["list", /\b(list|steps|liste|schritte)\b/i],
];

/** Words that are frequent in German and no words of English. */
const GERMAN_WORDS = /\b(ich|und|der|das|ist|nicht|wie|bitte|eine?|kannst|mir|zeige?|hallo|warum|du|den|auf)\b/gi;

/** The person's last words, as far as the demo can react to them. */
export function toRequest(request: ChatRequest): DemoRequest {
  const turn = request.turns.findLast(({ role }) => role === "user");
  const text = turn === undefined ? "" : turnText(turn);
  return {
    subject: SUBJECT_WORDS.find(([, words]) => words.test(text))?.[0] ?? "everything",
    language: isGerman(text) ? "de" : "en",
    quote: quoteFirstWords(text),
    written: writtenText(request.continues),
  };
}

function isGerman(text: string): boolean {
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  const german = text.match(GERMAN_WORDS)?.length ?? 0;
  return german > 0 && german * 4 >= words;
}

/** Only letters, numbers and plain punctuation, so that what a person wrote cannot become Markdown. */
function quoteFirstWords(text: string): string {
  const plain = text.slice(0, 1_000).replaceAll(/[^\p{L}\p{M}\p{N}\s.,;:!?'’()-]/gu, " ");
  const words = plain.split(/\s+/).filter((word) => word !== "");
  const quote = words.slice(0, QUOTED_WORDS_MAX).join(" ");
  if (quote.length > QUOTE_LENGTH_MAX) return `${quote.slice(0, QUOTE_LENGTH_MAX).toWellFormed()}…`;
  return words.length > QUOTED_WORDS_MAX ? `${quote}…` : quote;
}
