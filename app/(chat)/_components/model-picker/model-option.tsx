"use client";

import { Check } from "lucide-react";
import type { Model } from "#contracts/model.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { modelFacts } from "../../_lib/model-facts.ts";

type ModelOptionProps = {
  model: Model;
  isFirstOfGroup: boolean;
  isSelected: boolean;
  onPick: () => void;
  /** Moves the focus as the key says; false when the key says nothing of the kind. */
  onArrow: (key: string) => boolean;
};

/** One model to choose: its name, and below it what it can do and costs. */
export function ModelOption({ model, isFirstOfGroup, isSelected, onPick, onArrow }: ModelOptionProps) {
  const text = useText();
  return (
    <li>
      {isFirstOfGroup && !model.isDemo ? (
        <p className="px-2 pt-2 pb-1 text-xs text-ink-faint">
          {model.standsFor === null ? model.connectionLabel : text("model.aliases")}
        </p>
      ) : null}
      <button
        type="button"
        aria-pressed={isSelected}
        onClick={onPick}
        onKeyDown={(event) => onArrow(event.key) && event.preventDefault()}
        className="flex min-h-11 w-full items-start gap-2 rounded-sm px-2 py-1.5 text-start -outline-offset-2 hover:bg-hover focus-visible:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="block text-ui font-medium text-ink">{model.label}</span>
          <span className="block text-sm text-ink-soft">{modelFacts(model, text).join(" · ")}</span>
        </span>
        {isSelected ? <Check size={16} aria-hidden className="mt-0.5 shrink-0 text-accent" /> : null}
      </button>
    </li>
  );
}
