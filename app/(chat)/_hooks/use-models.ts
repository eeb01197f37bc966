"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Model } from "#contracts/model.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { nameAliases } from "#app/_lib/name-aliases.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";

const NONE: Model[] = [];

/** The models that the person may choose, the demo last; empty until they are known. */
export function useModels(): Model[] {
  const text = useText();
  const trpc = useTRPC();
  const { data = NONE } = useQuery(trpc.models.list.queryOptions());
  return useMemo(() => nameAliases(data, text), [data, text]);
}
