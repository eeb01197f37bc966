const LENGTH_MAX = 60;
const FALLBACK = "New conversation";

/** Making one costs ten times what using it does, and every message asks for a title. */
const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A title from a message's first words: at most 60 characters, no Markdown, whole words where they fit, never empty. */
export function titleFromText(text: string): string {
  const line = withoutMarkdown(text.slice(0, 2_000))
    .split("\n")
    .map((candidate) => candidate.replaceAll(/\s+/g, " ").trim())
    .find((candidate) => /[\p{Letter}\p{Number}\p{Symbol}]/u.test(candidate));
  return line ? cutAtWord(line) : FALLBACK;
}

function withoutMarkdown(text: string): string {
  return text
    .replaceAll(/^[ \t]*(```|~~~).*$/gm, "")
    .replaceAll(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
    .replaceAll(/^[ \t]*(?:>[ \t]?|#{1,6}[ \t]+|[-*+][ \t]+|\d{1,3}[.)][ \t]+)+/gm, "")
    .replaceAll(/[`*~]+|(?<![\p{Letter}\p{Number}])_+|_+(?![\p{Letter}\p{Number}])/gu, "")
    .replaceAll(/\p{Control}(?<!\n)/gu, " ");
}

function cutAtWord(line: string): string {
  if (line.length <= LENGTH_MAX) return line;
  const graphemes = [...segmenter.segment(line.slice(0, 1_000))];
  if (graphemes.length <= LENGTH_MAX) return line;
  const cut = graphemes
    .slice(0, LENGTH_MAX - 1)
    .map(({ segment }) => segment)
    .join("");
  const lastSpace = cut.lastIndexOf(" ");
  return `${(lastSpace > cut.length / 2 ? cut.slice(0, lastSpace) : cut).replace(/[\s,;:.\-–—(]+$/u, "")}…`;
}
