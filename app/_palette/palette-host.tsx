"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useShortcut } from "#app/_lib/use-shortcut.ts";
import { fetchedComponent } from "#app/_ui/fetched-component.tsx";
import { onPaletteAsked, openPalette, openShortcuts, type PaletteView } from "./open-palette.ts";

const { Component: Palette } = fetchedComponent(async () => (await import("./palette.tsx")).Palette);
const { Component: ShortcutList } = fetchedComponent(async () => (await import("./shortcut-list.tsx")).ShortcutList);

/** Where the palette and the list of shortcuts appear, from any page; their code comes when they are first asked for. */
export function PaletteHost({ onToggleSidebar }: { onToggleSidebar?: () => void }) {
  const router = useRouter();
  const [view, setView] = useState<PaletteView | null>(null);
  useEffect(() => onPaletteAsked(setView), []);
  const startChat = () => router.push("/");
  useShortcut("openPalette", openPalette);
  useShortcut("showShortcuts", openShortcuts);
  useShortcut("newChat", startChat);
  useShortcut("newChatSingleKey", startChat);
  useShortcut("toggleSidebar", () => (onToggleSidebar ? onToggleSidebar() : false));
  const close = () => setView(null);
  return (
    <>
      {view === "commands" ? <Palette onClose={close} {...(onToggleSidebar ? { onToggleSidebar } : {})} /> : null}
      {view === "shortcuts" ? <ShortcutList onClose={close} /> : null}
    </>
  );
}
