"use client";

import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ServerFrame } from "#contracts/socket-frames.ts";
import { applyConversationDelete, applyConversationPut, refreshConversations } from "#app/_lib/conversation-list.ts";
import { browserRealtimeClient } from "#app/_lib/realtime/browser-realtime-client.ts";

/**
 * Opens the tab's connection after the first paint, and keeps what procedures returned as fresh as the server says.
 * `renderedAt`: the server's time before which the page was read.
 */
export function useLiveCache(renderedAt: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const client = browserRealtimeClient();
    let wasOnline = false;
    const leave = client.onFrame((frame) => {
      if (Array.isArray(frame)) return;
      // A server that does not tell what was missed leaves it unknown.
      if (frame.type === "welcome" && wasOnline && !client.tellsMissed) void refreshConversations(queryClient);
      wasOnline ||= frame.type === "welcome";
      applyFrame(queryClient, frame);
    });
    client.syncAccountFrom(renderedAt);
    client.connect();
    return leave;
  }, [queryClient, renderedAt]);
}

function applyFrame(queryClient: QueryClient, frame: ServerFrame): void {
  const readAnew = (domain: string): void => void queryClient.invalidateQueries({ queryKey: [[domain]] });
  if (frame.type === "conversation.put") applyConversationPut(queryClient, frame.conversation);
  else if (frame.type === "conversation.delete") applyConversationDelete(queryClient, frame.conversationId);
  else if (frame.type === "models.changed") readAnew("models");
  else if (frame.type === "settings.changed") readAnew("settings");
  else if (frame.type === "account.stale")
    for (const domain of ["conversations", "models", "settings"]) readAnew(domain);
}
