import type { StateCore, Token } from "markdown-it";

const BOX = /^\[([ xX])\](?:\s+|$)/;

/** markdown-it core rule: turns `- [x] text` into a list item with `meta.isChecked`. */
export function taskListRule(state: StateCore): void {
  for (const [index, token] of state.tokens.entries()) {
    const isItem = token.type === "list_item_open" && state.tokens[index + 1]?.type === "paragraph_open";
    const text = isItem ? state.tokens[index + 2]?.children?.[0] : undefined;
    if (text?.type === "text") markTask(token, text);
  }
}

/** Changing the text in place is safe: text with a bracket is never kept for another parse. */
function markTask(item: Token, text: Token): void {
  const box = BOX.exec(text.content);
  if (box === null) return;
  text.content = text.content.slice(box[0].length);
  item.meta = { isChecked: box[1] !== " " };
}
