"use client";

import { type ComponentType, lazy, Suspense } from "react";
import { useMarkdownRenderer } from "./markdown-renderer.tsx";
import "./code/code.css";
import "./markdown.css";
import "./math/formula.css";
import "./table/table.css";
import "./tools.css";

type MarkdownProps = { source: string; isStreaming: boolean };

const MarkdownBody = lazy(loadBody);

/** Fetches the parser in a quiet moment, so that the first answer need not wait for it. Safe to repeat. */
export function preloadMarkdown(): void {
  void loadBody();
}

/** Offline, where the parser cannot be fetched, the text stays plain. */
async function loadBody(): Promise<{ default: ComponentType<MarkdownProps> }> {
  try {
    return { default: (await import("./markdown-body.tsx")).MarkdownBody };
  } catch {
    return { default: PlainText };
  }
}

/**
 * An answer's Markdown. The parser is not part of the first page's script: a browser that has not got it yet shows the
 * plain text for a moment. A page that has answers from the start gives it by MarkdownRendererProvider: behind a Suspense
 * boundary, a long document would begin with the plain text of them all and then shift. While `isStreaming`, the end of the text is shown
 * as what it will probably become.
 */
export function Markdown({ source, isStreaming }: MarkdownProps) {
  const render = useMarkdownRenderer();
  if (render) return <div className="markdown">{render(source, isStreaming)}</div>;
  return (
    <div className="markdown">
      <Suspense fallback={<PlainText source={source} />}>
        <MarkdownBody source={source} isStreaming={isStreaming} />
      </Suspense>
    </div>
  );
}

function PlainText({ source }: Pick<MarkdownProps, "source">) {
  return <p className="markdown-plain">{source}</p>;
}
