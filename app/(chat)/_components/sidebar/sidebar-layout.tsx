"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import type { LocalDay } from "#app/_lib/use-local-day.ts";
import { AppHosts } from "#app/_palette/app-hosts.tsx";
import { useSidebar } from "./sidebar-context.tsx";
import { Sidebar } from "./sidebar.tsx";

/** Puts the sidebar beside the page; under 768 px over it, where the rest then rests until it closes. */
export function SidebarLayout({ assumedDay, children }: { assumedDay: LocalDay; children: ReactNode }) {
  const text = useText();
  const { isOpen, isSheetOpen, toggle, closeSheet } = useSidebar();
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isSheetOpen) return;
    const opener = document.activeElement;
    sheet.current?.querySelector<HTMLElement>("a, button")?.focus();
    const onKeyDown = (event: KeyboardEvent) => event.key === "Escape" && closeSheet();
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [isSheetOpen, closeSheet]);
  const sheetPlace = isSheetOpen ? "max-md:visible max-md:start-0" : "max-md:invisible max-md:-start-sidebar";
  const sidePlace = isOpen ? "" : "md:invisible md:-ms-sidebar";
  return (
    <div className="flex h-dvh overflow-hidden">
      {isSheetOpen ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={text("sidebar.close")}
          onClick={closeSheet}
          className="appear fixed inset-0 z-30 bg-backdrop md:hidden"
        />
      ) : null}
      <aside
        ref={sheet}
        {...(isSheetOpen ? { role: "dialog", "aria-modal": true } : {})}
        aria-label={text("sidebar.navigation")}
        className={`z-40 shrink-0 transition-[margin,inset,visibility] duration-150 ease-out max-md:fixed max-md:inset-y-0 max-md:shadow-float ${sheetPlace} ${sidePlace}`}
      >
        <Sidebar assumedDay={assumedDay} />
      </aside>
      <main id="content" inert={isSheetOpen} className="relative flex min-w-0 flex-1 flex-col">
        {children}
      </main>
      <AppHosts onToggleSidebar={toggle} />
    </div>
  );
}
