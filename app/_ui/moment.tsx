"use client";

import { useNow } from "#app/_lib/use-now.ts";
import { formatRelative } from "#app/_lib/format-relative.ts";
import { useText } from "#app/_i18n/text-provider.tsx";

/** A moment as a person says it: how long ago, or the date; exact under the mouse. */
export function Moment({ at, look }: { at: string; look: "relative" | "date" }) {
  const { language } = useText();
  const now = useNow();
  const moment = new Date(at);
  const words =
    look === "relative"
      ? formatRelative(moment, now, language)
      : moment.toLocaleDateString(language, { dateStyle: "medium" });
  // The server does not know this browser's clock and time zone; what it wrote is corrected here.
  return (
    <time dateTime={at} title={moment.toLocaleString(language)} suppressHydrationWarning>
      {words}
    </time>
  );
}
