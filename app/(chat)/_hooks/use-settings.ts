"use client";

import { useQuery } from "@tanstack/react-query";
import type { Settings } from "#contracts/settings.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";

/** The person's own choices; null until they are known. */
export function useSettings(): Settings | null {
  const trpc = useTRPC();
  return useQuery(trpc.settings.get.queryOptions()).data ?? null;
}
