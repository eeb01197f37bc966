"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronsUpDown, LogOut, Settings } from "lucide-react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { leave } from "#app/_lib/leave.ts";
import { parseTheme } from "#app/_lib/theme.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { useSettings } from "#app/_lib/use-settings.ts";
import { MenuButton } from "#app/_ui/menu-button.tsx";

/** Who is signed in, and from there: settings, appearance, signing out. */
export function AccountMenu() {
  const text = useText();
  const trpc = useTRPC();
  const { data: me } = useQuery(trpc.accounts.me.queryOptions());
  const { settings, update } = useSettings();
  const name = me?.name || me?.email || "";
  return (
    <MenuButton
      label={text("sidebar.account")}
      look="row"
      align="start"
      side="top"
      entries={[
        { type: "link", label: text("sidebar.settings"), icon: <Settings size={16} />, href: "/settings" },
        {
          type: "choice",
          label: text("sidebar.theme"),
          value: settings?.theme ?? "system",
          options: [
            { value: "system", label: text("sidebar.themeSystem") },
            { value: "light", label: text("sidebar.themeLight") },
            { value: "dark", label: text("sidebar.themeDark") },
          ],
          onChange: (theme) => update({ theme: parseTheme(theme) }),
        },
        { type: "separator" },
        { type: "action", label: text("sidebar.signOut"), icon: <LogOut size={16} />, onSelect: () => void leave() },
      ]}
    >
      <span
        aria-hidden
        className="inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent uppercase"
      >
        {Array.from(name)[0] ?? ""}
      </span>
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <ChevronsUpDown size={14} aria-hidden className="text-ink-faint" />
    </MenuButton>
  );
}
