"use client";

import { useText } from "#app/_i18n/text-provider.tsx";

/** The first stop of the keyboard: past the sidebar, to what the page is for. */
export function SkipLink() {
  const text = useText();
  return (
    <a
      href="#content"
      className="fixed start-2 -top-20 z-50 inline-flex min-h-11 items-center rounded-sm bg-raised px-3 text-ui shadow-float focus:top-2"
    >
      {text("common.skipToContent")}
    </a>
  );
}
