"use client";

import { PanelLeft } from "lucide-react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useModifierKey } from "#app/_lib/use-modifier-key.ts";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { useSidebar } from "./sidebar-context.tsx";

/** Opens the sidebar; for the start of a page's header. It takes no room where the sidebar stands open. */
export function SidebarToggle() {
  const text = useText();
  const { isOpen, isSheetOpen, toggle } = useSidebar();
  const modifier = useModifierKey();
  return (
    <div className={isOpen ? "md:hidden" : undefined}>
      <IconButton label={text("sidebar.open")} shortcut={`${modifier} B`} isExpanded={isSheetOpen} onClick={toggle}>
        <PanelLeft size={18} className="rtl:-scale-x-100" />
      </IconButton>
    </div>
  );
}
