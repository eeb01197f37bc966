"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { browserRealtimeClient } from "#app/_lib/realtime/browser-realtime-client.ts";
import { LiveCache } from "../_lib/live-cache.ts";

/**
 * Opens the tab's connection after the first paint, and keeps what procedures returned as fresh as the server says.
 * `renderedAt`: the server's time before which the page was read.
 */
export function useLiveCache(renderedAt: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const client = browserRealtimeClient();
    const cache = new LiveCache(queryClient, Date.now);
    const leave = client.onFrame((frame) => cache.receive(frame, client.tellsMissed));
    client.syncAccountFrom(renderedAt);
    client.connect();
    return leave;
  }, [queryClient, renderedAt]);
}
