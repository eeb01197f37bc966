import type { ReactNode } from "react";
import { Hydrate } from "#app/_server/hydrate.tsx";
import { requireActor } from "#app/_server/require-actor.ts";
import { getQueryClient, serverTrpc } from "#app/_server/server-trpc.ts";
import { SettingsFrame } from "./_components/settings-frame.tsx";

/** The settings: their list where the sidebar stands, and one page of them. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const queryClient = getQueryClient();
  await Promise.all([
    queryClient.prefetchQuery(serverTrpc.accounts.me.queryOptions()),
    queryClient.prefetchQuery(serverTrpc.settings.get.queryOptions()),
  ]);
  return (
    <Hydrate>
      <SettingsFrame isAdmin={actor.role === "admin"}>{children}</SettingsFrame>
    </Hydrate>
  );
}
