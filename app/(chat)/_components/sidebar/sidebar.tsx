"use client";

import { PanelLeft, Search, SquarePen } from "lucide-react";
import Link from "next/link";
import { useText } from "#app/_i18n/text-provider.tsx";
import type { LocalDay } from "#app/_lib/use-local-day.ts";
import { useKeys } from "#app/_lib/use-keys.ts";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { Mark } from "#app/_ui/mark.tsx";
import { openPalette } from "#app/_palette/open-palette.ts";
import { AccountMenu } from "./account-menu.tsx";
import { ConversationList } from "./conversation-list.tsx";
import { useSidebar } from "./sidebar-context.tsx";

const ROW = "flex min-h-8 items-center gap-2.5 rounded-sm px-2.5 text-ui text-ink hover:bg-hover coarse:min-h-11";

/** New chat, search, the conversations and the account. */
export function Sidebar({ assumedDay }: { assumedDay: LocalDay }) {
  const text = useText();
  const { toggle, closeSheet } = useSidebar();
  const keys = useKeys();
  return (
    <div className="flex h-full w-sidebar flex-col border-e border-line bg-panel pb-[env(safe-area-inset-bottom)]">
      <div className="flex h-header shrink-0 items-center justify-between ps-4.5 pe-2">
        <Link href="/" onClick={closeSheet} className="flex min-h-8 items-center gap-2.5 rounded-sm coarse:min-h-11">
          <Mark size={18} />
          <span className="text-ui font-semibold tracking-[-0.01em]">{text("common.appName")}</span>
        </Link>
        <IconButton label={text("sidebar.close")} shortcut={keys.of("toggleSidebar")} onClick={toggle}>
          <PanelLeft size={18} className="rtl:-scale-x-100" />
        </IconButton>
      </div>
      <div className="flex flex-col gap-px px-2 pt-1 pb-3">
        <Link href="/" onClick={closeSheet} className={ROW}>
          <SquarePen size={16} aria-hidden className="text-ink-soft" />
          {text("sidebar.newChat")}
        </Link>
        <button type="button" onClick={openPalette} className={ROW}>
          <Search size={16} aria-hidden className="text-ink-soft" />
          <span className="flex-1 text-start">{text("sidebar.search")}</span>
          <span className="text-xs text-ink-faint coarse:hidden">{keys.of("openPalette")}</span>
        </button>
      </div>
      <nav
        aria-label={text("sidebar.navigation")}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain border-t border-line px-2 py-3"
      >
        <ConversationList assumedDay={assumedDay} />
      </nav>
      <div className="border-t border-line p-2">
        <AccountMenu />
      </div>
    </div>
  );
}
