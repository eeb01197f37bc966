import type { Metadata } from "next";
import { getText } from "#app/_i18n/get-text.ts";
import { Hydrate } from "#app/_server/hydrate.tsx";
import { requireActor } from "#app/_server/require-actor.ts";
import { getQueryClient, serverTrpc } from "#app/_server/server-trpc.ts";
import { HealthPage } from "./_components/health-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText())("settings.admin.health") };
}

export default async function AdminHealthPage() {
  const { role } = await requireActor();
  // The layout says why there is nothing to see.
  if (role !== "admin") return null;
  await getQueryClient().prefetchQuery(serverTrpc.health.list.queryOptions());
  return (
    <Hydrate>
      <HealthPage />
    </Hydrate>
  );
}
