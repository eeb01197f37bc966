"use client";

import { PanelLeft } from "lucide-react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useKeys } from "#app/_lib/use-keys.ts";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { useSidebar } from "./sidebar-context.tsx";

/** Opens the sidebar; for the start of a page's header. It takes no room where the sidebar stands open. */
export function SidebarToggle() {
  const text = useText();
  const { isOpen, isSheetOpen, toggle } = useSidebar();
  const keys = useKeys();
  return (
    <div className={isOpen ? "md:hidden" : undefined}>
      <IconButton
        label={text("sidebar.open")}
        shortcut={keys.of("toggleSidebar")}
        isExpanded={isSheetOpen}
        onClick={toggle}
      >
        <PanelLeft size={18} className="rtl:-scale-x-100" />
      </IconButton>
    </div>
  );
}
