"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { browserRealtimeClient } from "#app/_lib/realtime/browser-realtime-client.ts";
import { showToast } from "#app/_ui/show-toast.ts";
import { isDeletedHere } from "../_lib/deleted-here.ts";

/** Leaves a conversation for a new one when it is deleted, and says so where another tab or device did it. */
export function useLeaveDeleted(conversationId: string): void {
  const text = useText();
  const router = useRouter();
  useEffect(
    () =>
      browserRealtimeClient().onFrame((frame) => {
        if (Array.isArray(frame) || frame.type !== "conversation.delete") return;
        const isShown = window.location.pathname === `/c/${conversationId}`;
        if (frame.conversationId !== conversationId || !isShown) return;
        if (!isDeletedHere(conversationId)) showToast({ text: text("chat.deletedElsewhere") });
        router.replace("/");
      }),
    [conversationId, router, text],
  );
}
