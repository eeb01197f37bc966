import { useEffect, useRef } from "react";

/** The folded lines of a block: not shown, but the browser's search finds them and unfolds them. */
export function FoldedRest({ text, onFound }: { text: string; onFound: () => void }) {
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const rest = element.current;
    if (rest === null) return undefined;
    // React knows `hidden` only as a boolean.
    rest.setAttribute("hidden", "until-found");
    rest.addEventListener("beforematch", onFound);
    return () => rest.removeEventListener("beforematch", onFound);
  }, [onFound]);
  return (
    <span ref={element} hidden>
      {text}
    </span>
  );
}
