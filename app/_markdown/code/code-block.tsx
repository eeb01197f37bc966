import { Download, WrapText } from "lucide-react";
import { memo, useMemo, useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { CopyButton } from "#app/_markdown/copy-button.tsx";
import { SCROLLABLE } from "#app/_markdown/scrollable.ts";
import { CodeLines } from "./code-lines.tsx";
import { downloadCode } from "./download-code.ts";
import { FoldedRest } from "./folded-rest.tsx";
import { readLanguage } from "./languages.ts";
import { useColouredLines } from "./use-coloured-lines.ts";

/** Longer blocks are folded when they are opened, never while one watches them grow. */
const FOLD_ABOVE_LINES = 40;
const FOLDED_LINES = 24;

type CodeBlockProps = { code: string; info: string; isOpen: boolean };

/** A block of code: language, copy, wrap, download; long ones folded. `isOpen`: it may still grow. */
export const CodeBlock = memo(function CodeBlock({ code, info, isOpen }: CodeBlockProps) {
  const text = useText();
  const lines = useMemo(() => code.replace(/\n$/, "").split("\n"), [code]);
  const [isFolded, setFolded] = useState(!isOpen && lines.length > FOLD_ABOVE_LINES);
  const [isWrapped, setWrapped] = useState(false);
  const language = useMemo(() => readLanguage(info), [info]);
  const shown = useMemo(() => (isFolded ? lines.slice(0, FOLDED_LINES) : lines), [lines, isFolded]);
  const spans = useColouredLines({ lines: shown, grammar: language?.grammar ?? null, isOpen });
  return (
    <figure className="markdown-code" dir="ltr">
      <CodeHead code={code} info={info} isWrapped={isWrapped} onWrap={() => setWrapped(!isWrapped)} />
      <pre {...SCROLLABLE} aria-label={language?.name ?? text("markdown.code")} data-wrap={isWrapped}>
        <code>
          <CodeLines lines={shown} spans={spans} />
          {isFolded && <FoldedRest text={lines.slice(FOLDED_LINES).join("\n")} onFound={() => setFolded(false)} />}
        </code>
      </pre>
      {!isOpen && lines.length > FOLD_ABOVE_LINES && (
        <FoldButton isFolded={isFolded} count={lines.length} onToggle={() => setFolded(!isFolded)} />
      )}
    </figure>
  );
});

type CodeHeadProps = { code: string; info: string; isWrapped: boolean; onWrap: () => void };

function CodeHead({ code, info, isWrapped, onWrap }: CodeHeadProps) {
  const text = useText();
  const language = readLanguage(info);
  return (
    <figcaption className="markdown-code-head">
      <span>{language?.name ?? text("markdown.code")}</span>
      <span className="markdown-tools">
        <button
          type="button"
          className="markdown-tool"
          aria-pressed={isWrapped}
          aria-label={text("markdown.wrapLines")}
          title={text("markdown.wrapLines")}
          onClick={onWrap}
        >
          <WrapText aria-hidden />
        </button>
        <button
          type="button"
          className="markdown-tool"
          aria-label={text("markdown.download")}
          title={text("markdown.download")}
          onClick={() => downloadCode(code, language?.extension ?? "txt")}
        >
          <Download aria-hidden />
        </button>
        <CopyButton label={text("markdown.copyCode")} read={() => code.replace(/\n$/, "")} />
      </span>
    </figcaption>
  );
}

function FoldButton(props: { isFolded: boolean; count: number; onToggle: () => void }) {
  const text = useText();
  const label = props.isFolded ? text.plural("markdown.showAllLines", props.count) : text("markdown.showFewerLines");
  return (
    <button type="button" className="markdown-fold" aria-expanded={!props.isFolded} onClick={props.onToggle}>
      {label}
    </button>
  );
}
