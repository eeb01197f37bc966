import { useEffect, useRef, useState } from "react";
import { type ColouredCode, type Highlight, highlightLines, NOT_COLOURED } from "./highlight-lines.ts";
import { runWhenIdle } from "./run-when-idle.ts";
import type { Span } from "./read-spans.ts";

type Lines = { lines: readonly string[]; grammar: string | null; isOpen: boolean };

/**
 * The coloured lines of a code block, as far as they are there: colours come in idle moments, a few lines at a time,
 * and only for the given lines. Everything that is not coloured yet is shown plain; the text is never changed.
 */
export function useColouredLines({ lines, grammar, isOpen }: Lines): readonly (readonly Span[])[] {
  const [coloured, setColoured] = useState(NOT_COLOURED);
  const highlight = useHighlight(grammar);
  const latest = useRef(coloured);
  useEffect(() => {
    if (highlight === null) return undefined;
    if (!startsWith(lines, latest.current)) latest.current = NOT_COLOURED;
    return runWhenIdle(() => {
      const next = highlightLines(latest.current, { lines, isOpen }, highlight);
      if (next === latest.current) return false;
      latest.current = next;
      setColoured(next);
      return true;
    });
  }, [lines, isOpen, highlight]);
  return startsWith(lines, coloured) ? coloured.lines : NOT_COLOURED.lines;
}

function useHighlight(grammar: string | null): Highlight | null {
  const [loaded, setLoaded] = useState<{ grammar: string; highlight: Highlight } | null>(null);
  useEffect(() => {
    if (grammar === null) return undefined;
    let isCurrent = true;
    load(grammar)
      .then((highlight) => isCurrent && setLoaded({ grammar, highlight }))
      // Without its grammar (offline) code stays plain, which is complete and readable.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [grammar]);
  return loaded !== null && loaded.grammar === grammar ? loaded.highlight : null;
}

async function load(grammar: string): Promise<Highlight> {
  const { createHighlight } = await import("./create-highlight.ts");
  return createHighlight(grammar);
}

/** Whether the colours belong to this text: its last coloured line tells, because text only grows at its end. */
function startsWith(lines: readonly string[], coloured: ColouredCode): boolean {
  const count = coloured.lines.length;
  if (count === 0) return true;
  if (count > lines.length) return false;
  return [0, count - 1].every((index) => textOf(coloured.lines[index] ?? []) === lines[index]);
}

function textOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join("");
}
