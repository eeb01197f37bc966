import { memo } from "react";
import type { Span } from "./read-spans.ts";

/** Lines rendered as one part, so that a growing block renders its last part alone. */
const PART_LINES = 24;

type Part = { lines: readonly string[]; spans: readonly (readonly Span[])[] };

/** Lines of code with the colours there are; the text is the same with and without them. */
export function CodeLines({ lines, spans }: Part) {
  return Array.from({ length: Math.ceil(lines.length / PART_LINES) }, (_, index) => (
    <CodePart
      key={index}
      lines={lines.slice(index * PART_LINES, (index + 1) * PART_LINES)}
      spans={spans.slice(index * PART_LINES, (index + 1) * PART_LINES)}
    />
  ));
}

const CodePart = memo(function CodePart({ lines, spans }: Part) {
  const plain = lines.slice(spans.length);
  return (
    <>
      {spans.map((line, index) => (
        <CodeLine key={index} spans={line} />
      ))}
      {plain.length > 0 && `${plain.join("\n")}\n`}
    </>
  );
}, isSamePart);

const CodeLine = memo(function CodeLine({ spans }: { spans: readonly Span[] }) {
  return (
    <>
      {spans.map(({ text, scope }, index) =>
        scope === "" ? (
          text
        ) : (
          <span key={index} className={scope}>
            {text}
          </span>
        ),
      )}
      {"\n"}
    </>
  );
});

function isSamePart(a: Part, b: Part): boolean {
  return isSame(a.lines, b.lines) && isSame(a.spans, b.spans);
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
