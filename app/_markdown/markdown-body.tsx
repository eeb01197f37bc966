import { memo, useState } from "react";
import { advanceDocument, type MarkdownDocument } from "./parse/advance-document.ts";
import type { Block } from "./parse/block.ts";
import { renderNodes } from "./render-node.tsx";

/** Blocks compared together, so that a long answer costs a growing one almost nothing. */
const GROUP_BLOCKS = 32;

/** The parsed answer. While it streams, only its last blocks are parsed and rendered again. */
export function MarkdownBody({ source, isStreaming }: { source: string; isStreaming: boolean }) {
  const blocks = useBlocks(source, isStreaming);
  return Array.from({ length: Math.ceil(blocks.length / GROUP_BLOCKS) }, (_, index) => (
    <BlockGroup key={index} blocks={blocks.slice(index * GROUP_BLOCKS, (index + 1) * GROUP_BLOCKS)} />
  ));
}

type Parsed = { source: string; isStreaming: boolean; document: MarkdownDocument };

/** Takes each source over from the one before: state that follows from the properties, brought up to date in render. */
function useBlocks(source: string, isStreaming: boolean): readonly Block[] {
  const [parsed, setParsed] = useState(() => advance(null, source, isStreaming));
  if (parsed.source === source && parsed.isStreaming === isStreaming) return parsed.document.blocks;
  const next = advance(parsed.document, source, isStreaming);
  setParsed(next);
  return next.document.blocks;
}

function advance(previous: MarkdownDocument | null, source: string, isStreaming: boolean): Parsed {
  return { source, isStreaming, document: advanceDocument(previous, source, isStreaming) };
}

const BlockGroup = memo(
  function BlockGroup({ blocks }: { blocks: readonly Block[] }) {
    return blocks.map((block) => <MarkdownBlock key={block.start} block={block} />);
  },
  (a, b) => a.blocks.length === b.blocks.length && a.blocks.every((block, index) => block === b.blocks[index]),
);

const MarkdownBlock = memo(function MarkdownBlock({ block }: { block: Block }) {
  return renderNodes([block.node], block.isOpen);
});
