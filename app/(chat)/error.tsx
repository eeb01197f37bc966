"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { SidebarToggle } from "./_components/sidebar/sidebar-toggle.tsx";

/** Stands in the page's place when it could not be shown; the sidebar stays. */
export default function ChatError({ reset }: { reset: () => void }) {
  const text = useText();
  return (
    <>
      <header className="flex h-header items-center px-2 sm:px-3">
        <SidebarToggle />
      </header>
      <div role="alert" className="flex flex-1 flex-col">
        <Notice
          title={text("error.title")}
          action={
            <Button tone="primary" onClick={reset}>
              {text("common.tryAgain")}
            </Button>
          }
        >
          {text("error.body")}
        </Notice>
      </div>
    </>
  );
}
