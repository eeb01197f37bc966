"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { buttonLook } from "#app/_ui/button-look.ts";
import { Button } from "#app/_ui/button.tsx";
import { Notice } from "#app/_ui/notice.tsx";

/** What stands where a page broke: trying again renders it anew. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const text = useText();
  return (
    <Notice
      title={text("error.title")}
      action={
        <>
          <Button tone="primary" onClick={reset}>
            {text("common.tryAgain")}
          </Button>
          <a href="/" className={buttonLook("secondary")}>
            {text("common.backToChat")}
          </a>
        </>
      }
    >
      {text("error.body")}
    </Notice>
  );
}
