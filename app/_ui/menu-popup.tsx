"use client";

import { Menu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { RefObject } from "react";
import { Keys } from "./keys.tsx";
import type { MenuEntry } from "./menu-entry.ts";

type MenuPopupProps = {
  label: string;
  entries: readonly MenuEntry[];
  anchor: RefObject<HTMLElement | null>;
  align: "start" | "end";
  side: "top" | "bottom";
  onClose: () => void;
};

const ITEM =
  "flex min-h-8 cursor-default items-center gap-2.5 rounded-sm px-2.5 text-ui outline-none select-none data-highlighted:bg-hover coarse:min-h-11";

/** An open menu beside its button; closing it gives the focus back. */
export function MenuPopup({ label, entries, anchor, align, side, onClose }: MenuPopupProps) {
  return (
    <Menu.Root open onOpenChange={(open) => open || onClose()}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} align={align} side={side} sideOffset={4} collisionPadding={8} className="z-50">
          <Menu.Popup
            aria-label={label}
            finalFocus={anchor}
            className="min-w-[max(11rem,var(--anchor-width))] rounded-md border border-line bg-raised p-1 shadow-float outline-none"
          >
            {entries.map((entry, index) => (
              <Entry key={"label" in entry ? entry.label : index} entry={entry} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.type) {
    case "separator":
      return <Menu.Separator className="mx-2 my-1 h-px bg-line" />;
    case "action":
      return (
        <Menu.Item
          onClick={entry.onSelect}
          className={`${ITEM} ${entry.tone === "danger" ? "text-danger" : "text-ink"}`}
        >
          <Content {...entry} />
        </Menu.Item>
      );
    case "link":
      return (
        <Menu.LinkItem closeOnClick render={<Link href={entry.href} />} className={`${ITEM} text-ink`}>
          <Content {...entry} />
        </Menu.LinkItem>
      );
    case "choice":
      return <Choice {...entry} />;
  }
}

function Content({ icon, label, keys }: { icon?: React.ReactNode; label: string; keys?: string }) {
  return (
    <>
      {icon ? <span className="text-ink-soft">{icon}</span> : null}
      <span className="flex-1">{label}</span>
      {keys ? <Keys keys={keys} /> : null}
    </>
  );
}

function Choice({ label, value, options, onChange }: Extract<MenuEntry, { type: "choice" }>) {
  return (
    <Menu.Group>
      <Menu.GroupLabel className="px-2.5 pt-2 pb-1 text-xs text-ink-faint">{label}</Menu.GroupLabel>
      <Menu.RadioGroup value={value} onValueChange={(chosen: unknown) => onChange(String(chosen))}>
        {options.map((option) => (
          <Menu.RadioItem key={option.value} value={option.value} className={`${ITEM} text-ink`}>
            <span className="flex-1">{option.label}</span>
            <Menu.RadioItemIndicator>
              <Check size={16} className="text-accent" />
            </Menu.RadioItemIndicator>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Menu.Group>
  );
}
