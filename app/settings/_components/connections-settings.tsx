"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { QueryGate } from "#app/_ui/query-gate.tsx";
import { ConnectForm } from "./connect-form.tsx";
import { ConnectionSection } from "./connection-section.tsx";
import { NoConnections } from "./no-connections.tsx";
import { LocalServers } from "./local-servers.tsx";
import { SettingsPage } from "./settings-page.tsx";

/** The providers whose models can be talked with, and how to connect one more. */
export function ConnectionsSettings() {
  const text = useText();
  const trpc = useTRPC();
  const { data: me } = useSuspenseQuery(trpc.accounts.me.queryOptions());
  const connections = useQuery(trpc.connections.list.queryOptions());
  const isAdmin = me.role === "admin";
  return (
    <SettingsPage title={text("connections.title")} body={text("connections.body")}>
      <QueryGate query={connections} failure={text("connections.loadFailed")}>
        {({ instance, personal }) =>
          instance.length + personal.length === 0 ? (
            <NoConnections />
          ) : (
            <div className="flex flex-col gap-8">
              <ConnectionSection title={text("connections.sectionInstance")} connections={instance} />
              <ConnectionSection title={text("connections.sectionPersonal")} connections={personal} />
            </div>
          )
        }
      </QueryGate>
      <ConnectForm isAdmin={isAdmin} />
      {isAdmin ? <LocalServers /> : null}
    </SettingsPage>
  );
}
