"use client";

import { useId, useRef, useState, type ReactNode } from "react";
import { fetchedComponent } from "./fetched-component.tsx";
import { IconButton } from "./icon-button.tsx";
import type { MenuEntry } from "./menu-entry.ts";

const { Component: MenuPopup, prepare } = fetchedComponent(async () => (await import("./menu-popup.tsx")).MenuPopup);

type MenuButtonProps = {
  /** The button's name and the menu's. */
  label: string;
  children: ReactNode;
  entries: readonly MenuEntry[];
  /** `icon`: a square with a tooltip; `row`: as wide as its place, for a button with words in it. */
  look?: "icon" | "row";
  align?: "start" | "end";
  side?: "top" | "bottom";
};

/** A button that opens a menu. The menu's code is fetched when the pointer or the focus comes near. */
export function MenuButton({
  label,
  children,
  entries,
  look = "icon",
  align = "end",
  side = "bottom",
}: MenuButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const id = useId();
  const shared = { ref: anchor, onClick: () => setIsOpen(!isOpen) };
  return (
    <>
      {look === "icon" ? (
        <IconButton {...shared} label={label} popup="menu" isExpanded={isOpen} onIntent={prepare}>
          {children}
        </IconButton>
      ) : (
        <button
          {...shared}
          type="button"
          id={id}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          onPointerEnter={prepare}
          onFocus={prepare}
          className="flex min-h-10 w-full items-center gap-2.5 rounded-sm px-2 text-start text-ui hover:bg-hover aria-expanded:bg-hover coarse:min-h-11"
        >
          {children}
        </button>
      )}
      {isOpen ? (
        <MenuPopup
          label={label}
          entries={entries}
          anchor={anchor}
          align={align}
          side={side}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </>
  );
}
