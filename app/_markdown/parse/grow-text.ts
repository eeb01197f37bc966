import type { Token } from "markdown-it";
import type { Block, MarkdownNode } from "./block.ts";

/** Letters that mean nothing but themselves wherever in a line they stand after another of them. */
const PLAIN = /^[\p{L}\p{N} ,.;?'"’“”–—-]+$/u;
const PLAIN_END = /(?<=^|\s)[\p{L}\p{N},.;?'"’“”–—-]+( *)$/u;

/**
 * The block at the end of a growing text, with `added` put to its last words, without parsing: most of what a model
 * sends is plain words. Null wherever the addition could mean more than itself; then it is parsed. `tail` is the source
 * up to the addition, shown unaltered.
 */
export function growText(block: Block, tail: string, added: string): Block | null {
  if (!PLAIN.test(added)) return null;
  const end = PLAIN_END.exec(tail.slice(-200));
  if (end === null) return null;
  const [words, spaces = ""] = end;
  const node = growNode(block.node, words.trimEnd(), spaces + added);
  return node === null ? null : { ...block, text: block.text + added, node };
}

/** Follows the last children down to the last text, which must end with the words that the source ends with. */
function growNode(node: MarkdownNode, words: string, added: string): MarkdownNode | null {
  const last = node.children.at(-1);
  if (last === undefined) return growToken(node, words, added);
  const grown = growNode(last, words, added);
  if (grown === null) return null;
  const token = node.token.type === "inline" ? withAdded(node.token, added) : node.token;
  return { token, children: [...node.children.slice(0, -1), grown] };
}

function growToken({ token }: MarkdownNode, words: string, added: string): MarkdownNode | null {
  if (token.type !== "text" || !token.content.endsWith(words)) return null;
  return { token: withAdded(token, added), children: [] };
}

function withAdded(token: Token, added: string): Token {
  const content = token.content + added.trimEnd();
  return Object.assign(Object.create(Object.getPrototypeOf(token)), token, { content });
}
