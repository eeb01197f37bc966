"use client";

import { useEffect } from "react";

const DOTTED_ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke-width="3" stroke-linecap="round">' +
    '<path d="M4 7h9" stroke="#8a8378"/><path d="M10 13h10" stroke="#1d7f86"/><path d="M4 19h6" stroke="#8a8378"/>' +
    '<circle cx="19" cy="5" r="5" fill="#1d7f86"/></svg>',
)}`;

/** Keeps the tab's title right, and puts a dot on its icon while an answer runs in a tab that nobody looks at. */
export function useTabState(title: string, isRunning: boolean): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (!isRunning) return undefined;
    const icon = Object.assign(document.createElement("link"), {
      rel: "icon",
      type: "image/svg+xml",
      href: DOTTED_ICON,
    });
    const show = (): void => (document.hidden ? document.head.append(icon) : icon.remove());
    show();
    document.addEventListener("visibilitychange", show);
    return () => {
      document.removeEventListener("visibilitychange", show);
      icon.remove();
    };
  }, [isRunning]);
}
