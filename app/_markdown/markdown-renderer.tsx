"use client";

import { createContext, use, type ReactNode } from "react";

/** Draws Markdown. */
export type MarkdownRenderer = (source: string, isStreaming: boolean) => ReactNode;

const RendererContext = createContext<MarkdownRenderer | null>(null);

/** Gives every answer below it a renderer that is there already, so that the document holds formatted text at once. */
export function MarkdownRendererProvider({ renderer, children }: { renderer: MarkdownRenderer; children: ReactNode }) {
  return <RendererContext value={renderer}>{children}</RendererContext>;
}

/** The renderer that is there already; null where it has to be fetched. */
export function useMarkdownRenderer(): MarkdownRenderer | null {
  return use(RendererContext);
}
