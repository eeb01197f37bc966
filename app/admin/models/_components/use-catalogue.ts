"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#app/_lib/trpc-client.ts";

/** The catalogue as it is now; asked for again whenever the page is come back to, because others change it too. */
export function useCatalogue() {
  const trpc = useTRPC();
  return useQuery(trpc.catalogue.get.queryOptions(undefined, { staleTime: 0, refetchOnWindowFocus: true }));
}
