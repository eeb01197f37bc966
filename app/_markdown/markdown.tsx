"use client";

import { lazy, Suspense } from "react";
import "./markdown.css";

const MarkdownBody = lazy(async () => ({ default: (await import("./markdown-body.tsx")).MarkdownBody }));

/** Fetches the parser in a quiet moment, so that the first answer need not wait for it. */
export function preloadMarkdown(): void {
  void import("./markdown-body.tsx");
}

/**
 * An answer's Markdown. The parser is not part of the first page's script: the server renders with it at once, and a
 * browser that has not got it yet shows the plain text for a moment. While `isStreaming`, the end of the text is shown
 * as what it will probably become.
 */
export function Markdown({ source, isStreaming }: { source: string; isStreaming: boolean }) {
  return (
    <div className="markdown">
      <Suspense fallback={<p className="markdown-plain">{source}</p>}>
        <MarkdownBody source={source} isStreaming={isStreaming} />
      </Suspense>
    </div>
  );
}
