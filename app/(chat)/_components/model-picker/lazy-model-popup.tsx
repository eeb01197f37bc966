"use client";

import { lazy, Suspense, type ComponentProps } from "react";

/** Fetches the list of models ahead of its first opening. Safe to repeat. */
export const loadModelPopup = () => import("./model-popup.tsx");

const Loaded = lazy(async () => ({ default: (await loadModelPopup()).ModelPopup }));

/** The list of models, fetched when somebody is about to open it. */
export function LazyModelPopup(props: ComponentProps<typeof Loaded>) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
}
