"use client";

import { useEffect } from "react";

/** Keeps the tab's title right while the page is changed by history alone. */
export function useTabTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
