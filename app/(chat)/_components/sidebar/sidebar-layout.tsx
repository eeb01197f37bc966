"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import type { LocalDay } from "#app/_lib/use-local-day.ts";
import { AppHosts } from "#app/_palette/app-hosts.tsx";
import { SkipLink } from "./skip-link.tsx";
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
  // Visible at once on opening, so that it can take the focus; invisible only after it has gone.
  const sheetPlace = isSheetOpen
    ? "max-md:start-0 max-md:transition-[inset-inline-start]"
    : "max-md:invisible max-md:-start-sidebar max-md:transition-[inset-inline-start,visibility]";
  const sidePlace = isOpen
    ? "md:transition-[margin-inline-start]"
    : "md:invisible md:-ms-sidebar md:transition-[margin-inline-start,visibility]";
  return (
    <div className="flex h-dvh overflow-hidden">
      <SkipLink />
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
        aria-label={text("sidebar.label")}
        className={`z-40 shrink-0 duration-150 ease-out max-md:fixed max-md:inset-y-0 max-md:shadow-float ${sheetPlace} ${sidePlace}`}
      >
        <div
          className="h-full"
          {...(isSheetOpen ? { role: "dialog", "aria-modal": true, "aria-label": text("sidebar.label") } : {})}
        >
          <Sidebar assumedDay={assumedDay} />
        </div>
      </aside>
      <main
        id="content"
        tabIndex={-1}
        inert={isSheetOpen}
        className="relative flex min-w-0 flex-1 flex-col outline-none"
      >
        {children}
      </main>
      <AppHosts onToggleSidebar={toggle} />
    </div>
  );
}
