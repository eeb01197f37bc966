"use client";

import { useEffect } from "react";
import { toast, Toaster as SonnerToaster } from "sonner";
import { useText } from "#app/_i18n/text-provider.tsx";
import { directionOf } from "#app/_i18n/language.ts";
import { onToast, takeToasts, type ToastRequest } from "./show-toast.ts";

/** Long enough to read it and to reach "Undo". */
const VISIBLE_MS = 8_000;

/** Draws the notices; they stay while the pointer or the focus is on them. */
export function Toaster() {
  const text = useText();
  useEffect(() => {
    showWaiting();
    return onToast(showWaiting);
  }, []);
  return (
    <SonnerToaster
      position="top-center"
      offset={12}
      mobileOffset={12}
      style={{ fontFamily: "inherit" }}
      dir={directionOf(text.language)}
      containerAriaLabel={text("common.notices")}
      gap={8}
      toastOptions={{
        unstyled: true,
        duration: VISIBLE_MS,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-md border border-line bg-raised px-4 py-2.5 text-ui text-ink shadow-float sm:w-[356px]",
          content: "min-w-0 flex-1",
          title: "line-clamp-2",
          error: "text-danger",
          actionButton: "shrink-0 rounded-sm px-2 min-h-8 font-medium text-accent hover:bg-accent-soft coarse:min-h-11",
        },
      }}
    />
  );
}

function showWaiting(): void {
  for (const request of takeToasts()) show(request);
}

function show({ text, tone = "plain", action }: ToastRequest): void {
  const options = action ? { action: { label: action.label, onClick: action.onSelect } } : {};
  if (tone === "danger") toast.error(text, { ...options, icon: null });
  else toast(text, options);
}
