import hljs from "highlight.js/lib/core";
import { loadGrammar } from "./languages.ts";
import type { Highlight } from "./highlight-lines.ts";
import { readSpans } from "./read-spans.ts";

/** The highlighter of one language, its grammar loaded. */
export async function createHighlight(grammar: string): Promise<Highlight> {
  if (!hljs.getLanguage(grammar)) await register(grammar);
  return (code) => {
    const result = hljs.highlight(code, { language: grammar, ignoreIllegals: true });
    const lines = readSpans(result.value, code);
    const { _top: top } = result;
    return lines === null ? null : { lines, isAtRoot: top === undefined || !("parent" in top && top.parent) };
  };
}

/** HTML holds styles and scripts, which are coloured by their own grammars. */
const EMBEDDED: Record<string, readonly string[]> = { xml: ["css", "javascript"] };

async function register(grammar: string): Promise<void> {
  for (const name of [...(EMBEDDED[grammar] ?? []), grammar]) {
    if (!hljs.getLanguage(name)) hljs.registerLanguage(name, (await loadGrammar(name)).default);
  }
}
