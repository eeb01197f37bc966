import type { Metadata } from "next";
import { getText } from "#app/_i18n/get-text.ts";
import { Hydrate } from "#app/_server/hydrate.tsx";
import { requireActor } from "#app/_server/require-actor.ts";
import { getQueryClient, serverTrpc } from "#app/_server/server-trpc.ts";
import { SessionsSettings } from "../_components/sessions-settings.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText())("settings.sessions.title") };
}

export default async function SessionsPage() {
  await requireActor();
  await getQueryClient().prefetchQuery(serverTrpc.accounts.listSessions.queryOptions());
  return (
    <Hydrate>
      <SessionsSettings />
    </Hydrate>
  );
}
