import type { Metadata } from "next";
import { getText } from "#app/_i18n/get-text.ts";
import { Hydrate } from "#app/_server/hydrate.tsx";
import { requireActor } from "#app/_server/require-actor.ts";
import { getQueryClient, serverTrpc } from "#app/_server/server-trpc.ts";
import { ConnectionsSettings } from "../_components/connections-settings.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText())("connections.title") };
}

export default async function ConnectionsPage() {
  await requireActor();
  const queryClient = getQueryClient();
  await Promise.all([
    queryClient.prefetchQuery(serverTrpc.connections.list.queryOptions()),
    queryClient.prefetchQuery(serverTrpc.models.list.queryOptions()),
  ]);
  return (
    <Hydrate>
      <ConnectionsSettings />
    </Hydrate>
  );
}
