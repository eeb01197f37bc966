"use client";

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from "react";
import { writeCookie } from "#app/_lib/write-cookie.ts";
import { SIDEBAR_COOKIE } from "./sidebar-cookie.ts";

type SidebarState = {
  /** Beside the page, where there is room for both. */
  isOpen: boolean;
  /** Over the page, on a narrow screen. */
  isSheetOpen: boolean;
  /** Opens or closes it, in the way that the width of the screen asks for. */
  toggle: () => void;
  closeSheet: () => void;
};

const SidebarContext = createContext<SidebarState | null>(null);

/** Knows whether the sidebar is open; remembers it for the next visit. */
export function SidebarProvider({ isOpenAtFirst, children }: { isOpenAtFirst: boolean; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const closeSheet = useCallback(() => setIsSheetOpen(false), []);
  const toggle = useCallback(() => {
    if (matchMedia("(width < 48rem)").matches) return setIsSheetOpen((open) => !open);
    writeCookie(SIDEBAR_COOKIE, isOpen ? "closed" : null);
    setIsOpen(!isOpen);
  }, [isOpen]);
  const state = useMemo(() => ({ isOpen, isSheetOpen, toggle, closeSheet }), [isOpen, isSheetOpen, toggle, closeSheet]);
  return <SidebarContext value={state}>{children}</SidebarContext>;
}

/** The sidebar's state and how to change it. */
export function useSidebar(): SidebarState {
  const state = useContext(SidebarContext);
  if (!state) throw new Error("useSidebar needs a SidebarProvider above it.");
  return state;
}
