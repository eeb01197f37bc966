"use client";

import { Keyboard, LogOut, PanelLeft, SquarePen } from "lucide-react";
import { useRouter } from "next/navigation";
import { useText } from "#app/_i18n/text-provider.tsx";
import { formatKeys } from "#app/_lib/format-keys.ts";
import { leave } from "#app/_lib/leave.ts";
import { SHORTCUTS } from "#app/_lib/shortcuts.ts";
import { useModifierKey } from "#app/_lib/use-modifier-key.ts";
import type { Command } from "./command.ts";
import { openShortcuts } from "./open-palette.ts";

/** New chat, sidebar, shortcuts, signing out. */
export function useActionCommands(onToggleSidebar: (() => void) | undefined): Command[] {
  const text = useText();
  const router = useRouter();
  const modifier = useModifierKey();
  const keysOf = (name: keyof typeof SHORTCUTS) => formatKeys(SHORTCUTS[name].keys, modifier);
  const newChat: Command = {
    id: "new-chat",
    label: text("sidebar.newChat"),
    icon: <SquarePen size={16} />,
    keys: keysOf("newChat"),
    run: () => router.push("/"),
  };
  const sidebar: Command = {
    id: "toggle-sidebar",
    label: text("palette.toggleSidebar"),
    icon: <PanelLeft size={16} />,
    keys: keysOf("toggleSidebar"),
    run: () => onToggleSidebar?.(),
  };
  const shortcuts: Command = {
    id: "shortcuts",
    label: text("palette.shortcuts"),
    icon: <Keyboard size={16} />,
    keys: keysOf("showShortcuts"),
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
