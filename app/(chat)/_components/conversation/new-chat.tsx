"use client";

import { usePathname } from "next/navigation";
import { useMemo, useState } from "react";
import { v7 as newId } from "uuid";
import { useConversationOwner } from "../../_hooks/use-conversation-owner.ts";
import { conversationStore } from "../../_lib/conversation/conversation-registry.ts";
import { ChatScreen } from "./chat-screen.tsx";

const CONVERSATION_PATH = "/c/";

/**
 * A conversation that begins here. Its first question gives it its address, by history alone: the
 * page stays as it is. Coming back to this page's own address begins another one.
 */
export function NewChat() {
  const pathname = usePathname();
  const owner = useConversationOwner();
  const [lastPathname, setLastPathname] = useState(pathname);
  const [newConversationId, setNewConversationId] = useState(() => newId());
  if (pathname !== lastPathname) {
    setLastPathname(pathname);
    if (!pathname.startsWith(CONVERSATION_PATH)) setNewConversationId(newId());
  }
  const isNamed = pathname.startsWith(CONVERSATION_PATH);
  const conversationId = isNamed ? pathname.slice(CONVERSATION_PATH.length) : newConversationId;
  const store = useMemo(() => conversationStore(conversationId, null, owner), [conversationId, owner]);
  const giveAddress = (): void => {
    if (!isNamed) window.history.pushState(null, "", `${CONVERSATION_PATH}${conversationId}`);
  };
  return <ChatScreen key={conversationId} store={store} onSend={giveAddress} />;
}
