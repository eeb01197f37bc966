"use client";

import Link from "next/link";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useModels } from "../../_hooks/use-models.ts";
import { Suggestions } from "./suggestions.tsx";

/** What stands where no message is yet: a line of greeting, ways to begin, and how to connect a real model. */
export function Welcome({ onPick }: { onPick: (text: string) => void }) {
  const text = useText();
  const models = useModels();
  const hasOnlyDemo = models.length > 0 && models.every((model) => model.isDemo);
  return (
    <div className="mx-auto flex w-full max-w-[calc(var(--container-text)+3rem)] flex-1 flex-col justify-end gap-4 px-4 pb-5 sm:flex-none sm:px-6">
      <h1 className="text-2xl font-medium text-ink">{text("chat.greeting")}</h1>
      {hasOnlyDemo ? (
        <p className="text-ui text-ink-soft">
          {text("chat.onlyDemo")}{" "}
          <Link href="/settings/connections" className="text-accent underline underline-offset-2">
            {text("model.connect")}
          </Link>
        </p>
      ) : null}
      <Suggestions onPick={onPick} />
    </div>
  );
}
