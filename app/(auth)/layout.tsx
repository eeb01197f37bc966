import type { ReactNode } from "react";
import { getText } from "#app/_i18n/get-text.ts";
import { Mark } from "#app/_ui/mark.tsx";

/** The quiet frame of the pages before one is signed in. */
export default async function EntryLayout({ children }: { children: ReactNode }) {
  const text = await getText();
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-16 items-center gap-2.5 px-5 sm:px-8">
        <Mark size={20} />
        <span className="text-base font-semibold tracking-[-0.01em]">{text("common.appName")}</span>
      </header>
      {/* From a fixed height: centred, everything would move when a sentence appears under a field. */}
      <main className="flex-1 px-5 pt-[clamp(1rem,18vh,12rem)] pb-16">
        <div className="mx-auto flex w-full max-w-88 flex-col gap-7">{children}</div>
      </main>
    </div>
  );
}
