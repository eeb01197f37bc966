"use client";

import { AppearanceSync } from "#app/_lib/appearance-sync.tsx";
import { ToastHost } from "#app/_ui/toast-host.tsx";
import { TooltipHost } from "#app/_ui/tooltip-host.tsx";
import { PaletteHost } from "./palette-host.tsx";

/** What every page of a signed-in person has besides its content: palette, notices, tooltips, appearance. */
export function AppHosts({ onToggleSidebar }: { onToggleSidebar?: () => void }) {
  return (
    <>
      <AppearanceSync />
      <PaletteHost {...(onToggleSidebar ? { onToggleSidebar } : {})} />
      <ToastHost />
      <TooltipHost />
    </>
  );
}
