"use client";

import { useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { foldText } from "../../_lib/fold-text.ts";

/** A person's words as they typed them; long ones folded until asked for. */
export function QuestionText({ source }: { source: string }) {
  const text = useText();
  const [isWhole, setIsWhole] = useState(false);
  const folded = foldText(source);
  return (
    <div className="rounded-lg bg-sunken px-4 py-2.5 text-base">
      <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
        {folded === null || isWhole ? source : `${folded} …`}
      </p>
      {folded === null ? null : (
        <button
          type="button"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
          className="mt-1 min-h-8 text-ui font-medium text-accent hover:underline coarse:min-h-11"
        >
          {text(isWhole ? "chat.showLess" : "chat.showAll")}
        </button>
      )}
    </div>
  );
}
