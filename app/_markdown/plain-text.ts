import type { MarkdownNode } from "./parse/block.ts";

/** The words of a node without its markup. */
export function plainText({ token, children }: MarkdownNode): string {
  if (token.type === "softbreak" || token.type === "hardbreak") return "\n";
  // An inline token's content is its source; its text is that of its children.
  return token.type === "inline" || children.length > 0 ? children.map(plainText).join("") : token.content;
}
