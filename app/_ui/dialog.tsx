"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { IconButton } from "./icon-button.tsx";

type DialogProps = {
  title: string;
  /** `bare`: the title is only for screen readers, and the content fills all of it, at the upper third of the page. */
  look?: "titled" | "bare";
  children: ReactNode;
  onClose: () => void;
};

const PLACES = { titled: "top-[10vh] max-h-[80vh]", bare: "top-[14vh] max-h-[70vh]" };

/** Something over the page that wants an answer first. Escape and a press outside close it; the focus goes back. */
export function Dialog({ title, look = "titled", children, onClose }: DialogProps) {
  const text = useText();
  return (
    <BaseDialog.Root open onOpenChange={(open) => open || onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="appear fixed inset-0 z-40 bg-backdrop" />
        <BaseDialog.Popup
          className={`appear fixed inset-x-4 z-50 mx-auto flex max-w-144 flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-float outline-none ${PLACES[look]}`}
        >
          <div className={look === "bare" ? "sr-only" : "flex items-center justify-between ps-5 pe-2.5 pt-2.5"}>
            <BaseDialog.Title className="text-base font-semibold">{title}</BaseDialog.Title>
            {look === "bare" ? null : (
              <IconButton label={text("common.close")} onClick={onClose}>
                <X size={18} />
              </IconButton>
            )}
          </div>
          {children}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
