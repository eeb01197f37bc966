import type { Token } from "markdown-it";
import type { MarkdownNode } from "./block.ts";

type OpenNode = { token: Token; children: MarkdownNode[] };

/** Nests the parser's flat tokens: every opening token holds what comes before its closing one. */
export function buildTree(tokens: readonly Token[]): MarkdownNode[] {
  const roots: MarkdownNode[] = [];
  const path: OpenNode[] = [];
  for (const token of tokens) {
    if (token.nesting < 0) {
      path.pop();
      continue;
    }
    const node: OpenNode = { token, children: token.children === null ? [] : buildTree(token.children) };
    (path.at(-1)?.children ?? roots).push(node);
    if (token.nesting > 0) path.push(node);
  }
  return roots;
}
