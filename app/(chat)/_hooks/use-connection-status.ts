"use client";

import { useSyncExternalStore } from "react";
import { browserRealtimeClient } from "#app/_lib/realtime/browser-realtime-client.ts";
import type { ConnectionStatus } from "#app/_lib/realtime/connection-status.ts";

/** How this tab stands with the server, kept up to date. */
export function useConnectionStatus(): ConnectionStatus {
  return useSyncExternalStore(
    subscribe,
    () => browserRealtimeClient().status,
    () => "idle",
  );
}

function subscribe(onChange: () => void): () => void {
  return browserRealtimeClient().onStatus(onChange);
}
