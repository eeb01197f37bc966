"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/_lib/trpc-client.ts";

const LIVE_MS = 2_000;

/** How all deployments fare, asked for again every two seconds while the page is looked at and not `isPaused`. */
export function useHealth(isPaused: boolean) {
  const trpc = useTRPC();
  return useQuery(
    trpc.health.list.queryOptions(undefined, {
      refetchInterval: isPaused ? false : LIVE_MS,
      refetchOnWindowFocus: !isPaused,
      staleTime: 0,
      retry: false,
    }),
  );
}
