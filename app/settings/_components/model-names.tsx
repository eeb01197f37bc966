"use client";

import { useText } from "#app/_i18n/text-provider.tsx";

const SHOWN_MAX = 12;

/** The names of models, as many as can be taken in; the others are counted. */
export function ModelNames({ names }: { names: readonly string[] }) {
  const text = useText();
  if (names.length === 0) return null;
  const more = names.length - SHOWN_MAX;
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-ink-soft">
      {names.slice(0, SHOWN_MAX).map((name) => (
        <li key={name} className="break-all">
          {name}
        </li>
      ))}
      {more > 0 ? <li className="text-ink-faint">{text.plural("connections.modelsMore", more)}</li> : null}
    </ul>
  );
}
