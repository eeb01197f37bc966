import type { Metadata } from "next";
import { getText } from "#app/_i18n/get-text.ts";
import { Hydrate } from "#app/_server/hydrate.tsx";
import { requireActor } from "#app/_server/require-actor.ts";
import { getQueryClient, serverTrpc } from "#app/_server/server-trpc.ts";
import { InvitationsSettings } from "../_components/invitations-settings.tsx";
import { NoPermission } from "../_components/no-permission.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText())("settings.invitations.title") };
}

export default async function InvitationsPage() {
  const { role } = await requireActor();
  if (role !== "admin") return <NoPermission />;
  await getQueryClient().prefetchQuery(serverTrpc.accounts.listInvitations.queryOptions());
  return (
    <Hydrate>
      <InvitationsSettings />
    </Hydrate>
  );
}
