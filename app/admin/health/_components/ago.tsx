"use client";

import { useText } from "#app/_i18n/text-provider.tsx";

const STEPS = [
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

/** How long before `at` something was, to the second while it is fresh; the exact time under the mouse. Both by the server's clock. */
export function Ago({ moment, at }: { moment: number; at: number }) {
  const { language } = useText();
  const age = Math.max(0, at - moment);
  const [unit, length] = STEPS.find(([, ms]) => age >= ms) ?? ["second", 1_000];
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
  return (
    <time
      dateTime={new Date(moment).toISOString()}
      title={new Date(moment).toLocaleString(language)}
      suppressHydrationWarning
    >
      {words.format(-Math.floor(age / length), unit)}
    </time>
  );
}
