import type { Token } from "markdown-it";
import type { Block, MarkdownNode } from "./block.ts";
import { buildTree } from "./build-tree.ts";
import { lineStarts } from "./line-starts.ts";
import { createEnv, type Definition, type Inlines, type Reference } from "./markdown-env.ts";
import { markdownParser } from "./markdown-parser.ts";

export type ParsedTail = {
  blocks: Block[];
  definitions: Definition[];
  missedLabels: ReadonlySet<string>;
  /** The end is shown otherwise than it is written so far. */
  isAltered: boolean;
  inlines: Inlines;
  /** Up to where nothing that comes later can change how it is shown, and how many blocks and lines that is. */
  settled: { length: number; blockCount: number; lineCount: number };
};

const BLANK = /^[ \t]*[\r\n]*$/;

type TailInput = {
  text: string;
  offset: number;
  references: ReadonlyMap<string, Reference>;
  isOpen: boolean;
  /** What the last parse of this tail left: makes this one faster, never different. */
  inlines?: Inlines;
};

/** Parses the part of a document that begins at a block's start, `offset` characters into the source. */
export function parseTail({ text, offset, references, isOpen, inlines = new Map() }: TailInput): ParsedTail {
  const missedLabels = new Set<string>();
  const env = createEnv({ references, isOpen, missed: missedLabels, inlines });
  const tokens = markdownParser.parse(text, env);
  const starts = lineStarts(text);
  const groups = splitBlocks(tokens);
  const blocks = groups.map((group, index): Block => {
    const [first, end] = group[0]?.map ?? [0, 0];
    const start = starts[first] ?? 0;
    const isLast = index === groups.length - 1;
    return {
      start: offset + start,
      text: text.slice(start, starts[end]),
      node: rootOf(group),
      isOpen: isOpen && isLast,
    };
  });
  const settled = findSettled(text, starts, groups);
  return {
    blocks,
    definitions: env.definitions,
    missedLabels,
    isAltered: env.isAltered,
    inlines: env.inlines,
    settled,
  };
}

function rootOf(group: readonly Token[]): MarkdownNode {
  const [root] = buildTree(group);
  if (root === undefined) throw new Error("a block without tokens");
  return root;
}

/** One group of tokens a top-level block. */
function splitBlocks(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  for (const token of tokens) {
    if (token.level === 0 && token.nesting >= 0) groups.push([token]);
    else groups.at(-1)?.push(token);
  }
  return groups;
}

/**
 * A block is settled when, after a blank line, the next one has begun on a line that is complete. Line by line is how
 * Markdown decides: from then on the earlier block is closed for good.
 */
function findSettled(text: string, starts: readonly number[], groups: readonly Token[][]): ParsedTail["settled"] {
  for (let index = groups.length - 1; index > 0; index--) {
    const line = groups[index]?.[0]?.map?.[0] ?? 0;
    const isComplete = line + 1 < starts.length;
    const isAfterBlank = line > 0 && BLANK.test(text.slice(starts[line - 1], starts[line]));
    if (isComplete && isAfterBlank) return { length: starts[line] ?? 0, blockCount: index, lineCount: line };
  }
  return { length: 0, blockCount: 0, lineCount: 0 };
}
