"use client";

import { Keyboard, LogOut, PanelLeft, SquarePen } from "lucide-react";
import { useRouter } from "next/navigation";
import { useText } from "#app/_i18n/text-provider.tsx";
import { leave } from "#app/_lib/leave.ts";
import { useKeys } from "#app/_lib/use-keys.ts";
import type { Command } from "./command.ts";
import { openShortcuts } from "./open-palette.ts";

/** New chat, sidebar, shortcuts, signing out. */
export function useActionCommands(onToggleSidebar: (() => void) | undefined): Command[] {
  const text = useText();
  const router = useRouter();
  const keys = useKeys();
  const newChat: Command = {
    id: "new-chat",
    label: text("sidebar.newChat"),
    icon: <SquarePen size={16} />,
    keys: keys.of("newChat"),
    run: () => router.push("/"),
  };
  const sidebar: Command = {
    id: "toggle-sidebar",
    label: text("palette.toggleSidebar"),
    icon: <PanelLeft size={16} />,
    keys: keys.of("toggleSidebar"),
    run: () => onToggleSidebar?.(),
  };
  const shortcuts: Command = {
    id: "shortcuts",
    label: text("palette.shortcuts"),
    icon: <Keyboard size={16} />,
    keys: keys.of("showShortcuts"),
    run: openShortcuts,
  };
  const out: Command = {
    id: "sign-out",
    label: text("sidebar.signOut"),
    icon: <LogOut size={16} />,
    run: () => void leave(),
  };
  return [newChat, ...(onToggleSidebar ? [sidebar] : []), shortcuts, out];
}
