"use client";

import type { ReactNode } from "react";
import type { LocalDay } from "#app/_lib/use-local-day.ts";
import { AccountProvider } from "./account-context.tsx";
import { LiveAccount } from "./live-account.tsx";
import { SidebarProvider } from "./sidebar/sidebar-context.tsx";
import { SidebarLayout } from "./sidebar/sidebar-layout.tsx";

type ChatFrameProps = {
  accountId: string;
  /** The server's time before which the page was read. */
  renderedAt: string;
  isSidebarOpen: boolean;
  assumedDay: LocalDay;
  children: ReactNode;
};

/** The sidebar beside the page, or over it on a narrow screen, and the account kept alive on it. */
export function ChatFrame({ accountId, renderedAt, isSidebarOpen, assumedDay, children }: ChatFrameProps) {
  return (
    <AccountProvider accountId={accountId}>
      <SidebarProvider isOpenAtFirst={isSidebarOpen}>
        <SidebarLayout assumedDay={assumedDay}>{children}</SidebarLayout>
      </SidebarProvider>
      <LiveAccount renderedAt={renderedAt} />
    </AccountProvider>
  );
}
