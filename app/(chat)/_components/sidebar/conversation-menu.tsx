"use client";

import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { MenuButton } from "#app/_ui/menu-button.tsx";

type ConversationMenuProps = { title: string; isAlwaysShown: boolean; onRename: () => void; onDelete: () => void };

/** What can be done with a conversation; shown under the mouse and the focus, always on touch and on the current one. */
export function ConversationMenu({ title, isAlwaysShown, onRename, onDelete }: ConversationMenuProps) {
  const text = useText();
  const shown = isAlwaysShown
    ? ""
    : "hoverable:opacity-0 group-hover/item:opacity-100 focus-within:opacity-100 has-aria-expanded:opacity-100";
  return (
    <div className={`absolute inset-y-0 end-0 flex items-center ${shown}`}>
      <MenuButton
        label={text("sidebar.options", { title })}
        entries={[
          { type: "action", label: text("sidebar.rename"), icon: <Pencil size={16} />, onSelect: onRename },
          {
            type: "action",
            label: text("sidebar.delete"),
            icon: <Trash2 size={16} />,
            tone: "danger",
            onSelect: onDelete,
          },
        ]}
      >
        <Ellipsis size={16} />
      </MenuButton>
    </div>
  );
}
