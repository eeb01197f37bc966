"use client";

import { useQuery } from "@tanstack/react-query";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";

/** No connection to show: either only the demo answers, or others have connected models for everybody. */
export function NoConnections() {
  const text = useText();
  const trpc = useTRPC();
  const { data: models } = useQuery(trpc.models.list.queryOptions());
  return models?.some((model) => !model.isDemo) ? (
    <EmptyState title={text("connections.emptyOwn")}>{text("connections.emptyOwnBody")}</EmptyState>
  ) : (
    <EmptyState title={text("connections.empty")}>{text("connections.emptyBody")}</EmptyState>
  );
}
