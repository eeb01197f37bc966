import { setTimeout as wait } from "node:timers/promises";

/** How long the demo takes for one word, in milliseconds: about the pace of a quick model. */
export const DEMO_WORD_MS = 15;

/** A text word by word, each with the blanks behind it, at an even pace; an abort by `signal` ends it silently. */
export async function* playWords(text: string, wordMs: number, signal: AbortSignal): AsyncGenerator<string> {
  for (const word of text.match(/\s*\S+\s*/g) ?? []) {
    if (signal.aborted) return;
    yield word;
    if (wordMs > 0) await wait(wordMs, undefined, { signal }).catch(ignoreAbort);
  }
}

/** The abort is seen at the next word. */
function ignoreAbort(): void {}
