"use client";

import { Popover } from "@base-ui/react/popover";
import Link from "next/link";
import type { RefObject } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useModels } from "../../_hooks/use-models.ts";
import { ModelList } from "./model-list.tsx";

type ModelPopupProps = {
  title: string;
  anchor: RefObject<HTMLElement | null>;
  selectedId: string | null;
  onPick: (modelId: string) => void;
  onClose: () => void;
};

/** Floats at the button that opened it and offers every model. Open as long as it is mounted. */
export function ModelPopup({ title, anchor, selectedId, onPick, onClose }: ModelPopupProps) {
  const text = useText();
  const models = useModels();
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="top"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
        >
          <Popover.Popup
            aria-label={title}
            finalFocus={anchor}
            className="flex max-h-[min(28rem,var(--available-height))] w-[min(24rem,calc(100vw-1rem))] flex-col rounded-md border border-line bg-raised shadow-float outline-none"
          >
            <p className="px-3 pt-3 pb-1 text-sm text-ink-soft">{title}</p>
            <ModelList
              models={models}
              selectedId={selectedId}
              onPick={(modelId) => {
                onClose();
                onPick(modelId);
              }}
            />
            {models.every((model) => model.isDemo) ? (
              <p className="border-t border-line px-3 py-2.5 text-sm text-ink-soft">
                <Link href="/settings/connections" className="text-accent underline underline-offset-2">
                  {text("model.connect")}
                </Link>
              </p>
            ) : null}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
