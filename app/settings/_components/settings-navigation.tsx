"use client";

import { usePathname } from "next/navigation";
import { useText } from "#app/_i18n/text-provider.tsx";
import { SETTINGS_PAGES } from "#app/_lib/settings-pages.ts";
import { SettingsLinks } from "./settings-links.tsx";

/** The list of all settings that this person has; what is for administrators stands below it. */
export function SettingsNavigation({ isAdmin }: { isAdmin: boolean }) {
  const text = useText();
  const pathname = usePathname();
  const current = pathname === "/settings" ? "/settings/account" : pathname;
  return (
    <nav aria-label={text("settings.navigation")} className="flex flex-col gap-px overflow-y-auto px-2 pb-4">
      {pathname === "/settings" ? (
        <h1 className="px-2.5 pt-1 pb-2 text-xl font-semibold tracking-[-0.015em] md:hidden">
          {text("settings.title")}
        </h1>
      ) : null}
      <p className="px-2.5 pt-1 pb-2 text-base font-semibold tracking-[-0.01em] max-md:hidden">
        {text("settings.title")}
      </p>
      <SettingsLinks pages={SETTINGS_PAGES.filter((page) => !page.isAdminOnly)} current={current} />
      {isAdmin ? (
        <>
          <p className="px-2.5 pt-5 pb-1.5 text-sm font-medium text-ink-faint">{text("settings.admin.section")}</p>
          <SettingsLinks pages={SETTINGS_PAGES.filter((page) => page.isAdminOnly)} current={current} />
        </>
      ) : null}
    </nav>
  );
}
