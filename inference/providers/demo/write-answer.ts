import { ENGLISH } from "./english.ts";
import { GERMAN } from "./german.ts";
import type { DemoRequest } from "./to-request.ts";

/** The demo's words in one language, each a piece of Markdown. */
export type DemoTexts = {
  /** What it is, with the person's own first words where there are any. */
  introduction: (quote: string) => string;
  connect: string;
  code: string;
  table: string;
  formula: string;
  list: string;
  farewell: string;
};

/**
 * The answer of the demo as Markdown: what it is, what was asked to be shown, how to connect a real
 * model. Of one that broke off, what is missing; behind another model's words, the whole.
 */
export function writeAnswer({ subject, language, quote, written }: DemoRequest): string {
  const texts = language === "de" ? GERMAN : ENGLISH;
  const shown = subject === "everything" ? [texts.list, texts.code, texts.table, texts.formula] : [texts[subject]];
  const whole = [texts.introduction(quote), texts.connect, ...shown, texts.farewell].join("\n\n");
  if (written.trim() === "") return whole;
  return whole.startsWith(written) ? whole.slice(written.length) : `\n\n${whole}`;
}
