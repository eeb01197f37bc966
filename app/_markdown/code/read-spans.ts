/** A piece of one line in one colour; `scope` is the highlighter's class, empty for plain text. */
export type Span = { text: string; scope: string };

const PIECE = /<span class="([^"<>]*)">|<\/span>|[^<]+/g;
const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };

/**
 * Reads the highlighter's HTML (nested spans and escaped text, nothing else) as coloured lines of text, so that it is
 * never inserted as HTML. The innermost colour wins. Null where the text is not exactly `code`.
 */
export function readSpans(html: string, code: string): Span[][] | null {
  const lines: Span[][] = [[]];
  const scopes: string[] = [];
  let text = "";
  for (const [piece, scope] of html.matchAll(PIECE)) {
    if (scope !== undefined) scopes.push(scope);
    else if (piece === "</span>") scopes.pop();
    else {
      const decoded = piece.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
      text += decoded;
      addText(lines, decoded, scopes.at(-1) ?? "");
    }
  }
  return text === code ? lines : null;
}

function addText(lines: Span[][], text: string, scope: string): void {
  for (const [index, part] of text.split("\n").entries()) {
    if (index > 0) lines.push([]);
    if (part !== "") lines.at(-1)?.push({ text: part, scope });
  }
}
