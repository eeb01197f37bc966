"use client";

import { ChevronDown } from "lucide-react";
import { useRef, useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useModels } from "../../_hooks/use-models.ts";
import { modelLabel } from "../../_lib/model-label.ts";
import { LazyModelPopup, loadModelPopup } from "./lazy-model-popup.tsx";

/** Says which model will answer, and lets the person choose another. */
export function ModelPicker({ modelId, onPick }: { modelId: string | null; onPick: (modelId: string) => void }) {
  const text = useText();
  const models = useModels();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const label = modelId === null ? text("model.none") : modelLabel(models, modelId);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={text("model.choose", { label })}
        onPointerEnter={loadModelPopup}
        onFocus={loadModelPopup}
        onClick={() => setIsOpen(true)}
        className="inline-flex min-h-8 min-w-0 items-center gap-1 rounded-sm px-2 text-ui text-ink-soft hover:bg-hover hover:text-ink aria-expanded:bg-hover coarse:min-h-11"
      >
        <span className="truncate">{label}</span>
        <ChevronDown size={14} aria-hidden className="shrink-0" />
      </button>
      {isOpen ? (
        <LazyModelPopup
          title={text("model.title")}
          anchor={anchor}
          selectedId={modelId}
          onPick={onPick}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </>
  );
}
