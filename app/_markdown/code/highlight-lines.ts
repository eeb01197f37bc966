import type { Span } from "./read-spans.ts";

/** Colours `code` in one language: its lines, and whether it ends outside of every construct (comment, string). */
export type Highlight = (code: string) => { lines: Span[][]; isAtRoot: boolean } | null;

/** The coloured lines of a text that may be growing. Lines before `finishedCount` are never coloured again. */
export type ColouredCode = {
  lines: readonly (readonly Span[])[];
  finishedCount: number;
  /** The line that opened the construct in which the finished lines end ("<script>", a long comment). */
  opener: string;
  /** Everything after the finished lines stays plain. */
  isGivenUp: boolean;
};

export const NOT_COLOURED: ColouredCode = { lines: [], finishedCount: 0, opener: "", isGivenUp: false };

/** Lines coloured in one go: what a slow phone does within a frame. */
const STEP_LINES = 24;
/** A construct that is longer is carried on by repeating the line that opened it. */
const MAX_OPEN_LINES = 72;
const MAX_LINE_LENGTH = 1_000;

/**
 * Colours the next lines of `code`, a bounded number of them. Returns `state` itself when there is nothing to do.
 * Pure, and each line is finished once: when the text up to it ends outside of every construct, no later line can
 * change its colours. `isOpen`: the last line may still grow.
 */
export function highlightLines(state: ColouredCode, source: CodeText, highlight: Highlight): ColouredCode {
  const { lines, isOpen } = source;
  const count = isOpen ? lines.length - 1 : lines.length;
  const available = count - state.finishedCount;
  if (state.isGivenUp || available <= 0) return state;
  const opened = state.lines.length - state.finishedCount;
  if (isOpen && opened === available) return state;
  const wanted = Math.min(available, opened + STEP_LINES);
  const result = colour(state, lines.slice(state.finishedCount, state.finishedCount + wanted), highlight);
  if (result === null) return { ...state, lines: state.lines.slice(0, state.finishedCount), isGivenUp: true };
  const coloured = [...state.lines.slice(0, state.finishedCount), ...result.lines];
  const isEnd = !isOpen && wanted === available;
  if (result.isAtRoot || isEnd) return { ...state, lines: coloured, finishedCount: coloured.length, opener: "" };
  if (wanted < MAX_OPEN_LINES) return { ...state, lines: coloured };
  return carryOn({ ...state, lines: coloured }, lines, highlight);
}

export type CodeText = { lines: readonly string[]; isOpen: boolean };

/** Colours lines as if the opener stood before them. */
function colour(state: ColouredCode, lines: readonly string[], highlight: Highlight): ReturnType<Highlight> {
  if (lines.some((line) => line.length > MAX_LINE_LENGTH)) return null;
  if (state.opener === "") return highlight(lines.join("\n"));
  const result = highlight([state.opener, ...lines].join("\n"));
  return result === null ? null : { lines: result.lines.slice(1), isAtRoot: result.isAtRoot };
}

/** Finishes lines inside a long construct, remembering the line that opened it; gives up where none can be found. */
function carryOn(state: ColouredCode, lines: readonly string[], highlight: Highlight): ColouredCode {
  const finished = { ...state, finishedCount: state.lines.length };
  if (state.opener !== "") return finished;
  const pending = lines.slice(state.finishedCount, state.lines.length);
  const opener = pending[lastRootLine(pending, highlight)] ?? "";
  const isCarried = opener !== "" && highlight(opener)?.isAtRoot === false;
  return isCarried ? { ...finished, opener } : { ...finished, isGivenUp: true };
}

/** By halving: the number of lines up to which the text ends outside of every construct. */
function lastRootLine(lines: readonly string[], highlight: Highlight): number {
  let root = 0;
  let inside = lines.length;
  while (inside - root > 1) {
    const middle = (root + inside) >> 1;
    if (highlight(lines.slice(0, middle).join("\n"))?.isAtRoot === true) root = middle;
    else inside = middle;
  }
  return root;
}
