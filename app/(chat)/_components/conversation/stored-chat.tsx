"use client";

import { useState } from "react";
import type { Message } from "#contracts/message.ts";
import { MarkdownBody } from "#app/_markdown/markdown-body.tsx";
import { MarkdownRendererProvider } from "#app/_markdown/markdown-renderer.tsx";
import { useConversationOwner } from "../../_hooks/use-conversation-owner.ts";
import { conversationStore } from "../../_lib/conversation/conversation-registry.ts";
import { ChatScreen } from "./chat-screen.tsx";

type StoredChatProps = {
  conversationId: string;
  /** `at`: the server's time up to which the page knows everything. */
  page: { messages: readonly Message[]; at: string };
};

/** A conversation that the server knows, with its latest messages already in the page. */
export function StoredChat({ conversationId, page }: StoredChatProps) {
  const owner = useConversationOwner();
  const [store] = useState(() => {
    const rendered = { ...page, leafId: page.messages.at(-1)?.id ?? null };
    return conversationStore(conversationId, rendered, owner);
  });
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
