"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { AppHosts } from "#app/_palette/app-hosts.tsx";
import { SettingsNavigation } from "./settings-navigation.tsx";

type SettingsFrameProps = {
  isAdmin: boolean;
  /** `table`: as wide as tables and charts need. */
  width?: "text" | "table";
  children: ReactNode;
};

const WIDTHS = { text: "max-w-text", table: "max-w-288" };

/** The list of settings beside the page; on a narrow screen either the list or the page, with a way back. */
export function SettingsFrame({ isAdmin, width = "text", children }: SettingsFrameProps) {
  const text = useText();
  const isList = usePathname() === "/settings";
  return (
    <main className="flex h-dvh overflow-hidden">
      <aside
        className={`flex w-full shrink-0 flex-col bg-panel md:w-sidebar md:border-e md:border-line ${isList ? "" : "max-md:hidden"}`}
      >
        <div className="flex h-header shrink-0 items-center px-2">
          <BackLink href="/" label={text("common.backToChat")} />
        </div>
        <SettingsNavigation isAdmin={isAdmin} />
      </aside>
      <div className={`min-w-0 flex-1 overflow-y-auto ${isList ? "max-md:hidden" : ""}`}>
        <div className="flex h-header items-center px-2 md:hidden">
          <BackLink href="/settings" label={text("settings.title")} />
        </div>
        <div className={`mx-auto w-full ${WIDTHS[width]} px-5 pt-2 pb-24 md:px-8 md:pt-13`}>{children}</div>
      </div>
      <AppHosts />
    </main>
  );
}

function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-8 items-center gap-2 rounded-sm px-2.5 text-ui text-ink-soft hover:bg-hover hover:text-ink coarse:min-h-11"
    >
      <ArrowLeft size={16} aria-hidden className="rtl:-scale-x-100" />
      {label}
    </Link>
  );
}
