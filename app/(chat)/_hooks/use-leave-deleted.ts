"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { browserRealtimeClient } from "#app/_lib/realtime/browser-realtime-client.ts";

/** Leaves a conversation for a new one when it is deleted, in this tab or another. */
export function useLeaveDeleted(conversationId: string): void {
  const router = useRouter();
  useEffect(
    () =>
      browserRealtimeClient().onFrame((frame) => {
        if (Array.isArray(frame) || frame.type !== "conversation.delete") return;
        const isShown = window.location.pathname === `/c/${conversationId}`;
        if (frame.conversationId === conversationId && isShown) router.replace("/");
      }),
    [conversationId, router],
  );
}
