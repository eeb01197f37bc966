import type { Metadata } from "next";
import { getText } from "#app/_i18n/get-text.ts";
import { Hydrate } from "#app/_server/hydrate.tsx";
import { requireActor } from "#app/_server/require-actor.ts";
import { getQueryClient, serverTrpc } from "#app/_server/server-trpc.ts";
import { ModelsPage } from "./_components/models-page.tsx";
import { parseTab } from "./_lib/tabs.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText())("settings.admin.models") };
}

type AdminModelsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AdminModelsPage({ searchParams }: AdminModelsPageProps) {
  const { role } = await requireActor();
  // The layout says why there is nothing to see.
  if (role !== "admin") return null;
  const [{ show }] = await Promise.all([
    searchParams,
    getQueryClient().prefetchQuery(serverTrpc.catalogue.get.queryOptions()),
  ]);
  return (
    <Hydrate>
      <ModelsPage tab={parseTab(show)} />
    </Hydrate>
  );
}
