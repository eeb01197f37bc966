"use client";

import { useEffect, useState } from "react";
import type { Message } from "#contracts/message.ts";
import { MarkdownBody } from "#app/_markdown/markdown-body.tsx";
import { MarkdownRendererProvider } from "#app/_markdown/markdown-renderer.tsx";
import { useConversationOwner } from "../../_hooks/use-conversation-owner.ts";
import { conversationStore } from "../../_lib/conversation/conversation-registry.ts";
import { ChatScreen } from "./chat-screen.tsx";

/** What the server rendered longer ago than this (a page out of the browser's history) is read again. */
const FRESH_MS = 10_000;

type StoredChatProps = {
  conversationId: string;
  /** `at`: the server's time up to which the page knows everything. */
  page: { messages: readonly Message[]; at?: string };
  loadedAt: number;
};

/** A conversation that the server knows, with its latest messages already in the page. */
export function StoredChat({ conversationId, page, loadedAt }: StoredChatProps) {
  const owner = useConversationOwner();
  const [store] = useState(() => {
    const rendered = { ...page, leafId: page.messages.at(-1)?.id ?? null };
    return conversationStore(conversationId, rendered, owner);
  });
  useEffect(() => {
    if (Date.now() - loadedAt > FRESH_MS) void store.refresh();
  }, [store, loadedAt]);
  return (
    <MarkdownRendererProvider renderer={renderMarkdown}>
      <ChatScreen store={store} onSend={nothingMore} />
    </MarkdownRendererProvider>
  );
}

function renderMarkdown(source: string, isStreaming: boolean) {
  return <MarkdownBody source={source} isStreaming={isStreaming} />;
}

function nothingMore(): void {
  // The conversation has its address already.
}
