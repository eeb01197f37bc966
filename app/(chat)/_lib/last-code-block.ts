const FENCE = /^ {0,3}(`{3,}|~{3,})[^\n]*\n([\s\S]*?)(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))/gm;

/** The content of the last fenced code block of a Markdown text; null where there is none. */
export function lastCodeBlock(markdown: string): string | null {
  return [...markdown.matchAll(FENCE)].at(-1)?.[2] ?? null;
}
