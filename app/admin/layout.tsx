import type { ReactNode } from "react";
import { getText } from "#app/_i18n/get-text.ts";
import { loadCatalogue } from "#app/_i18n/load-catalogue.ts";
import { TextProvider } from "#app/_i18n/text-provider.tsx";
import { Hydrate } from "#app/_server/hydrate.tsx";
import { requireActor } from "#app/_server/require-actor.ts";
import { getQueryClient, serverTrpc } from "#app/_server/server-trpc.ts";
import { NoPermission } from "#app/settings/_components/no-permission.tsx";
import { SettingsFrame } from "#app/settings/_components/settings-frame.tsx";

/** The pages of administrators: in the same frame as the settings, whose list names them. Everybody else reads why they are not shown. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [{ role }, { language }] = await Promise.all([requireActor(), getText()]);
  const isAdmin = role === "admin";
  await getQueryClient().prefetchQuery(serverTrpc.accounts.me.queryOptions());
  return (
    <Hydrate>
      {isAdmin ? (
        <TextProvider language={language} catalogue={loadCatalogue(language)}>
          <SettingsFrame isAdmin width="table">
            {children}
          </SettingsFrame>
        </TextProvider>
      ) : (
        <SettingsFrame isAdmin={false}>
          <NoPermission />
        </SettingsFrame>
      )}
    </Hydrate>
  );
}
