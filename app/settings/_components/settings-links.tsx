"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useText } from "#app/_i18n/text-provider.tsx";
import type { SettingsPageEntry } from "#app/_lib/settings-pages.ts";

/** Links to pages of the settings, the present one marked. */
export function SettingsLinks({ pages, current }: { pages: readonly SettingsPageEntry[]; current: string }) {
  const text = useText();
  return pages.map(({ href, titleKey }) => (
    <Link
      key={href}
      prefetch={false}
      href={href}
      aria-current={href === current ? "page" : undefined}
      className="flex min-h-8 shrink-0 items-center justify-between rounded-sm px-2.5 text-ui text-ink hover:bg-hover md:aria-[current=page]:bg-selected coarse:min-h-12"
    >
      {text(titleKey)}
      <ChevronRight size={16} aria-hidden className="text-ink-faint md:hidden rtl:-scale-x-100" />
    </Link>
  ));
}
