"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useText } from "#app/_i18n/text-provider.tsx";
import { SETTINGS_PAGES } from "#app/_lib/settings-pages.ts";

/** The list of all settings that this person has. */
export function SettingsNavigation({ isAdmin }: { isAdmin: boolean }) {
  const text = useText();
  const pathname = usePathname();
  const current = pathname === "/settings" ? "/settings/account" : pathname;
  return (
    <nav aria-label={text("settings.navigation")} className="flex flex-col gap-px px-2">
      {pathname === "/settings" ? (
        <h1 className="px-2.5 pt-1 pb-2 text-xl font-semibold tracking-[-0.015em] md:hidden">
          {text("settings.title")}
        </h1>
      ) : null}
      <p className="px-2.5 pt-1 pb-2 text-base font-semibold tracking-[-0.01em] max-md:hidden">
        {text("settings.title")}
      </p>
      {SETTINGS_PAGES.filter((page) => isAdmin || !page.isAdminOnly).map(({ href, titleKey }) => (
        <Link
          key={href}
          prefetch={false}
          href={href}
          aria-current={href === current ? "page" : undefined}
          className="flex min-h-8 items-center justify-between rounded-sm px-2.5 text-ui text-ink hover:bg-hover md:aria-[current=page]:bg-selected coarse:min-h-12"
        >
          {text(titleKey)}
          <ChevronRight size={16} aria-hidden className="text-ink-faint md:hidden rtl:-scale-x-100" />
        </Link>
      ))}
    </nav>
  );
}
