"use client";

import Link from "next/link";
import { useText } from "#app/_i18n/text-provider.tsx";
import { TABS, type Tab } from "../_lib/tabs.ts";

/** The parts of the catalogue, each with an address of its own. */
export function CatalogueTabs({ current }: { current: Tab }) {
  const text = useText();
  return (
    <nav aria-label={text("admin.models.parts")} className="-mx-5 overflow-x-auto px-5 md:mx-0 md:px-0">
      <ul className="flex min-w-full gap-5 border-b border-line">
        {TABS.map((tab) => (
          <li key={tab}>
            <Link
              href={tab === "models" ? "/admin/models" : `/admin/models?show=${tab}`}
              prefetch={false}
              scroll={false}
              aria-current={tab === current ? "page" : undefined}
              className="-mb-px flex min-h-9 items-center border-b-2 border-transparent text-ui whitespace-nowrap text-ink-soft coarse:min-w-11 coarse:justify-center hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink coarse:min-h-11"
            >
              {text(`admin.models.tab.${tab}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
