import type { Block } from "./block.ts";
import { growText } from "./grow-text.ts";
import type { Inlines, Reference } from "./markdown-env.ts";
import { findOpenFence, growOpenFence, type OpenFence } from "./open-fence.ts";
import { type ParsedTail, parseTail } from "./parse-tail.ts";

/** Blocks that settled together. They are parsed again only when a link reference they wait for gets defined. */
type Segment = { start: number; text: string; blocks: readonly Block[]; missedLabels: ReadonlySet<string> };

/** A parsed source, and what the next, longer source need not parse again. */
export type MarkdownDocument = {
  /** What to show. */
  blocks: readonly Block[];
  /** The source up to the tail: only what comes after it is parsed when the source grows. */
  settledText: string;
  segments: readonly Segment[];
  settledBlocks: readonly Block[];
  references: ReadonlyMap<string, Reference>;
  /** The blocks of the last parse that have not settled. */
  tail: readonly Block[];
  /** The source of the tail while it can grow without being parsed. */
  openTail: string | null;
  openFence: OpenFence | null;
  inlines: Inlines;
};

const EMPTY: MarkdownDocument = {
  blocks: [],
  settledText: "",
  segments: [],
  settledBlocks: [],
  references: new Map(),
  tail: [],
  openTail: null,
  openFence: null,
  inlines: new Map(),
};

/**
 * Parses `source`, taking over from `previous` what it shares with it. Pure: whatever came before, the blocks of a
 * finished text (`isOpen` false) are those of parsing it whole. With `isOpen` its end is shown mended.
 */
export function advanceDocument(previous: MarkdownDocument | null, source: string, isOpen: boolean): MarkdownDocument {
  const base = previous !== null && continues(source, previous.settledText) ? previous : EMPTY;
  const whole = isOpen ? withoutHalfCharacter(source) : source;
  return (isOpen ? grow(base, whole) : null) ?? parseFrom(base, whole, isOpen);
}

/** Comparing a slice is a memory comparison, many times faster than `startsWith` on long text. */
function continues(source: string, beginning: string): boolean {
  return source.slice(0, beginning.length) === beginning;
}

/** The two ways in which most of an answer grows: a line of plain words, or an open code block. Neither is parsed. */
function grow(base: MarkdownDocument, source: string): MarkdownDocument | null {
  const { openTail, openFence } = base;
  const last = base.blocks.at(-1);
  if (openTail === null || last === undefined) return null;
  const tail = source.slice(base.settledText.length);
  if (tail.length <= openTail.length || !continues(tail, openTail)) return null;
  const fence = openFence === null ? null : growOpenFence(openFence, source);
  const block = openFence === null ? growText(last, openTail, tail.slice(openTail.length)) : fence?.block;
  if (block === null || block === undefined) return null;
  return { ...base, openTail: tail, openFence: fence, blocks: [...base.blocks.slice(0, -1), block] };
}

function parseFrom(base: MarkdownDocument, source: string, isOpen: boolean): MarkdownDocument {
  const offset = base.settledText.length;
  const text = source.slice(offset);
  const parsed = parseTail({ text, offset, references: base.references, isOpen, inlines: base.inlines });
  const settled = settle(base, text, parsed);
  const tail = reuse(base, parsed.blocks.slice(parsed.settled.blockCount), parsed);
  const shown = isOpen ? settled : withReferences(settled, parsed);
  const blocks = [...shown.settledBlocks, ...tail];
  const openFence = isOpen ? findOpenFence(tail.at(-1)) : null;
  // What the tail defines may still change, and with it every block that refers to it.
  const keptTail = parsed.definitions.length === 0 ? tail : [];
  const canGrow = isOpen && (openFence !== null || !parsed.isAltered);
  const openTail = canGrow ? text.slice(settled.settledText.length - offset) : null;
  return { ...settled, blocks, tail: keptTail, openTail, openFence, inlines: parsed.inlines };
}

/** Moves what cannot change any more from the tail to the settled segments. */
function settle(base: MarkdownDocument, text: string, parsed: ParsedTail): MarkdownDocument {
  const { length, blockCount, lineCount } = parsed.settled;
  if (length === 0) return base;
  const start = base.settledText.length;
  const defined = parsed.definitions.filter(({ line }) => line < lineCount);
  const references = addDefinitions(base.references, defined);
  const settledText = text.slice(0, length);
  const segment: Segment =
    parsed.definitions.length === 0
      ? {
          start,
          text: settledText,
          blocks: reuse(base, parsed.blocks.slice(0, blockCount), parsed),
          missedLabels: parsed.missedLabels,
        }
      : parseSegment({ start, text: settledText }, references);
  const segments = [...resolve(base.segments, base.references, references), segment];
  const settledBlocks = segments.flatMap(({ blocks }) => blocks);
  return { ...base, settledText: base.settledText + settledText, segments, settledBlocks, references };
}

/** At the end of a text the definitions in its tail count for everything before it, too. */
function withReferences(settled: MarkdownDocument, parsed: ParsedTail): MarkdownDocument {
  if (parsed.definitions.length === 0) return settled;
  const references = addDefinitions(settled.references, parsed.definitions);
  const segments = resolve(settled.segments, settled.references, references);
  return { ...settled, segments, settledBlocks: segments.flatMap(({ blocks }) => blocks) };
}

type References = ReadonlyMap<string, Reference>;

function addDefinitions(known: References, definitions: ParsedTail["definitions"]): References {
  const added = definitions.filter(({ label }) => !known.has(label));
  if (added.length === 0) return known;
  return new Map([...known, ...added.map(({ label, reference }) => [label, reference] as const)]);
}

/** Parses those segments again that looked in vain for a label that is defined now. */
function resolve(segments: readonly Segment[], before: References, after: References): readonly Segment[] {
  const added = [...after.keys()].filter((label) => !before.has(label));
  if (added.length === 0) return segments;
  return segments.map((segment) =>
    added.some((label) => segment.missedLabels.has(label)) ? parseSegment(segment, after) : segment,
  );
}

function parseSegment({ start, text }: { start: number; text: string }, references: References): Segment {
  const { blocks, missedLabels } = parseTail({ text, offset: start, references, isOpen: false });
  return { start, text, blocks, missedLabels };
}

/** Keeps the identity of blocks whose source is the same as in the last tail. */
function reuse(base: MarkdownDocument, blocks: readonly Block[], parsed: ParsedTail): readonly Block[] {
  if (parsed.definitions.length > 0) return blocks;
  const known = new Map(base.tail.map((block) => [block.start, block]));
  return blocks.map((block) => {
    const same = known.get(block.start);
    return same !== undefined && !same.isOpen && !block.isOpen && same.text === block.text ? same : block;
  });
}

/** A stream may be cut between the halves of a character or of a line break. */
function withoutHalfCharacter(source: string): string {
  const last = source.charCodeAt(source.length - 1);
  return last === 13 || (last >= 0xd800 && last < 0xdc00) ? source.slice(0, -1) : source;
}
