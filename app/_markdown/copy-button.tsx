import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { copyText } from "./copy-text.ts";

/** How long the button says that it has copied. */
const SAID_MS = 1_600;

type CopyButtonProps = { label: string; read: () => string; caption?: string };

/** Copies what `read` gives at the moment of the click, and says so. With a caption it shows words instead of icons. */
export function CopyButton({ label, read, caption }: CopyButtonProps) {
  const text = useText();
  const [result, setResult] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (result === null) return undefined;
    const timer = setTimeout(() => setResult(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = () => void copyText(read()).then((isCopied) => setResult(isCopied ? "copied" : "failed"));
  const said = result === null ? label : text(result === "copied" ? "markdown.copied" : "markdown.copyFailed");
  return (
    <button type="button" className="markdown-tool" aria-label={said} title={said} onClick={copy}>
      {result === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />}
      {caption !== undefined && <span>{caption}</span>}
      <output className="markdown-said">{result === null ? "" : said}</output>
    </button>
  );
}
