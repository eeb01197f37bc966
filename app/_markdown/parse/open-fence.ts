import type { Block } from "./block.ts";

/** A code block at the end of the source that has not been closed yet. */
export type OpenFence = {
  block: Block;
  /** Where its code begins in the source. */
  contentStart: number;
  /** Up to where its lines are known not to close it. */
  scannedTo: number;
  marker: string;
};

const OPENING = /^(`{3,32}(?!`)|~{3,32}(?!~))[^\n]*\n/;
const UNUSUAL = /[\r\0]/;

/** Finds an open fence at the end of a parsed document; null for anything unusual, which is simply parsed each time. */
export function findOpenFence(block: Block | undefined): OpenFence | null {
  if (block === undefined || block.node.token.type !== "fence" || UNUSUAL.test(block.text)) return null;
  const opening = OPENING.exec(block.text);
  const marker = opening?.[1];
  if (opening === null || marker === undefined) return null;
  const contentStart = block.start + opening[0].length;
  const fence = { block, contentStart, scannedTo: contentStart, marker };
  return closesBefore(fence, block.text.slice(opening[0].length)) ? null : fence;
}

/**
 * The open fence with the code of a source that has grown, without parsing it again: only new lines are looked at, for
 * the closing marker. Null when it closed (or might have): parse again.
 */
export function growOpenFence(fence: OpenFence, source: string): OpenFence | null {
  const added = source.slice(fence.scannedTo);
  if (UNUSUAL.test(added) || closesBefore(fence, added)) return null;
  const lastLine = source.lastIndexOf("\n") + 1;
  const end = isPartOfMarker(source.slice(lastLine), fence.marker) ? lastLine : source.length;
  const token = Object.assign(Object.create(Object.getPrototypeOf(fence.block.node.token)), fence.block.node.token, {
    content: source.slice(fence.contentStart, Math.max(end, fence.contentStart)),
  });
  const block: Block = { ...fence.block, text: source.slice(fence.block.start), node: { token, children: [] } };
  return { ...fence, block, scannedTo: Math.max(lastLine, fence.contentStart) };
}

function closesBefore({ marker }: { marker: string }, text: string): boolean {
  if (!text.includes(marker)) return false;
  const closing = new RegExp(`^ {0,3}\\${marker[0]}{${marker.length},}[ \\t]*$`, "m");
  return closing.test(text);
}

/** The beginning of the closing marker is not shown as code while the rest is on its way. */
function isPartOfMarker(line: string, marker: string): boolean {
  const text = line.trim();
  return text !== "" && marker.startsWith(text);
}
