"use client";

import { useConnectionStatus } from "./use-connection-status.ts";

/** True while nothing of the server comes, and the person has been told so; a hiccup is not that. */
export function useIsAway(): boolean {
  const status = useConnectionStatus();
  return status === "offline" || status === "outdated";
}
