import { memo, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { formulaOptions } from "./formula-options.ts";
import { katexLoader } from "./katex-loader.ts";

type FormulaProps = { source: string; isDisplay: boolean; isPending: boolean };

/**
 * A formula. It shows its source until the typesetter is there, for as long as it is still being written, and for good
 * where it is wrong. The typesetter builds DOM nodes (no HTML is inserted, and no style attribute is parsed, which a
 * strict content policy would refuse), before the frame is painted.
 */
export const Formula = memo(function Formula({ source, isDisplay, isPending }: FormulaProps) {
  const katex = useSyncExternalStore(katexLoader.subscribe, katexLoader.current, () => null);
  const [wrongSource, setWrongSource] = useState<string | null>(null);
  const element = useRef<HTMLSpanElement>(null);
  const isTypeset = katex !== null && !isPending && wrongSource !== source;
  useLayoutEffect(() => {
    if (!isTypeset || element.current === null) return;
    try {
      katex.render(source, element.current, formulaOptions(isDisplay));
    } catch {
      setWrongSource(source);
    }
  }, [katex, isTypeset, source, isDisplay]);
  const display = isDisplay ? "block" : "inline";
  if (isTypeset)
    return <span key="typeset" ref={element} className="markdown-formula" data-display={display} dir="ltr" />;
  return (
    <span
      key="source"
      className="markdown-formula"
      data-display={display}
      data-wrong={wrongSource === source}
      dir="ltr"
    >
      <code>{source}</code>
    </span>
  );
});
