"use client";

import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ServerFrame } from "#contracts/socket-frames.ts";
import { applyConversationDelete, applyConversationPut, refreshConversations } from "#app/_lib/conversation-list.ts";
import { browserRealtimeClient } from "#app/_lib/realtime/browser-realtime-client.ts";

/** Opens the tab's connection after the first paint, and keeps what procedures returned as fresh as the server says. */
export function useLiveCache(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const client = browserRealtimeClient();
    let wasOnline = false;
    const leave = client.onFrame((frame) => {
      if (Array.isArray(frame)) return;
      // After a time without a connection, what changed meanwhile is unknown.
      if (frame.type === "welcome" && wasOnline) void refreshConversations(queryClient);
      wasOnline ||= frame.type === "welcome";
      applyFrame(queryClient, frame);
    });
    client.connect();
    return leave;
  }, [queryClient]);
}

function applyFrame(queryClient: QueryClient, frame: ServerFrame): void {
  if (frame.type === "conversation.put") applyConversationPut(queryClient, frame.conversation);
  else if (frame.type === "conversation.delete") applyConversationDelete(queryClient, frame.conversationId);
  else if (frame.type === "models.changed") void queryClient.invalidateQueries({ queryKey: [["models"]] });
  else if (frame.type === "settings.changed") void queryClient.invalidateQueries({ queryKey: [["settings"]] });
}
