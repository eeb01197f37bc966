"use client";

import type { ReactNode } from "react";
import type { LocalDay } from "#app/_lib/use-local-day.ts";
import { SidebarProvider } from "./sidebar/sidebar-context.tsx";
import { SidebarLayout } from "./sidebar/sidebar-layout.tsx";

type ChatFrameProps = { isSidebarOpen: boolean; assumedDay: LocalDay; children: ReactNode };

/** The sidebar beside the page, or over it on a narrow screen. */
export function ChatFrame({ isSidebarOpen, assumedDay, children }: ChatFrameProps) {
  return (
    <SidebarProvider isOpenAtFirst={isSidebarOpen}>
      <SidebarLayout assumedDay={assumedDay}>{children}</SidebarLayout>
    </SidebarProvider>
  );
}
