"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { CONVERSATIONS_PER_PAGE } from "#app/_lib/conversation-list.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import type { LocalDay } from "#app/_lib/use-local-day.ts";
import { groupByDate } from "./group-by-date.ts";

/** The person's conversations by date, and how to get earlier ones. */
export function useSidebarData(day: LocalDay) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.conversations.list.infiniteQueryOptions(
      { limit: CONVERSATIONS_PER_PAGE },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const { timeZone, today } = day;
  const groups = useMemo(
    () => groupByDate(query.data?.pages.flatMap((page) => page.items) ?? [], { timeZone, today }),
    [query.data, timeZone, today],
  );
  return { ...query, groups };
}
