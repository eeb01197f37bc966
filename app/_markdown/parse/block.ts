import type { Token } from "markdown-it";

/** A token with what stands inside it. */
export type MarkdownNode = { token: Token; children: readonly MarkdownNode[] };

/** One top-level block of an answer. The same object is kept for as long as it would be shown the same. */
export type Block = {
  /** Where it begins in the source; its identity, because a settled block never moves. */
  start: number;
  /** Its source. */
  text: string;
  node: MarkdownNode;
  /** Shown as what it will probably become: the end of a text that is still growing. */
  isOpen: boolean;
};
