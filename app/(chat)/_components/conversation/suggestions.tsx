"use client";

import { useText } from "#app/_i18n/text-provider.tsx";

const SUGGESTIONS = [
  "chat.suggestion.explain",
  "chat.suggestion.write",
  "chat.suggestion.review",
  "chat.suggestion.plan",
] as const;

/** A few ways to begin; a press puts the words into the composer, to be finished there. */
export function Suggestions({ onPick }: { onPick: (text: string) => void }) {
  const text = useText();
  return (
    <ul className="flex flex-wrap gap-2" aria-label={text("chat.suggestions")}>
      {SUGGESTIONS.map((key) => (
        <li key={key}>
          <button
            type="button"
            onClick={() => onPick(text(`${key}.text`))}
            className="min-h-8 rounded-md border border-line px-3 text-ui text-ink-soft hover:bg-hover hover:text-ink coarse:min-h-11"
          >
            {text(`${key}.label`)}
          </button>
        </li>
      ))}
    </ul>
  );
}
