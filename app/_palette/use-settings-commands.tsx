"use client";

import { useQuery } from "@tanstack/react-query";
import { Settings } from "lucide-react";
import { useRouter } from "next/navigation";
import { useText } from "#app/_i18n/text-provider.tsx";
import { SETTINGS_PAGES } from "#app/_lib/settings-pages.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import type { Command } from "./command.ts";

/** Every page of the settings that this person has. */
export function useSettingsCommands(): Command[] {
  const text = useText();
  const trpc = useTRPC();
  const router = useRouter();
  const { data: me } = useQuery(trpc.accounts.me.queryOptions());
  return SETTINGS_PAGES.filter((page) => !page.isAdminOnly || me?.role === "admin").map(({ href, titleKey }) => ({
    id: href,
    label: text(titleKey),
    icon: <Settings size={16} />,
    keywords: [text("settings.title")],
    run: () => router.push(href),
  }));
}
