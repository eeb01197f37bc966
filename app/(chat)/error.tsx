"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";

/** Stands in the page's place when it could not be shown; the sidebar stays. */
export default function ChatError({ reset }: { reset: () => void }) {
  const text = useText();
  return (
    <div role="alert" className="mx-auto flex w-full max-w-text flex-col items-start gap-3 px-4 pt-28 sm:px-6">
      <h1 className="text-xl font-medium">{text("error.title")}</h1>
      <p className="text-base text-ink-soft">{text("error.body")}</p>
      <Button tone="primary" onClick={reset}>
        {text("common.tryAgain")}
      </Button>
    </div>
  );
}
