"use client";

import { useQuery } from "@tanstack/react-query";
import type { Model } from "#contracts/model.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";

const NONE: Model[] = [];

/** The models that the person may choose, the demo last; empty until they are known. */
export function useModels(): Model[] {
  const trpc = useTRPC();
  return useQuery(trpc.models.list.queryOptions()).data ?? NONE;
}
