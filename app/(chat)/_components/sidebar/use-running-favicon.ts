"use client";

import { useEffect } from "react";

const DOT = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke-width="3" stroke-linecap="round"><path stroke="#8a8178" d="M4 6h10M4 18h6"/><path stroke="#2f8f8c" d="M10 12h8"/><circle cx="18" cy="6" r="5" fill="#2f8f8c"/></svg>`;
const DOT_ADDRESS = `data:image/svg+xml,${encodeURIComponent(DOT)}`;

/** Puts a dot on the tab's icon while an answer is being written and the tab is out of sight. */
export function useRunningFavicon(isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return;
    let dot: HTMLLinkElement | null = null;
    const update = () => {
      dot?.remove();
      dot = document.hidden ? addIcon(DOT_ADDRESS) : null;
    };
    update();
    document.addEventListener("visibilitychange", update);
    return () => {
      document.removeEventListener("visibilitychange", update);
      dot?.remove();
    };
  }, [isRunning]);
}

/** Browsers show the icon that was added last. */
function addIcon(href: string): HTMLLinkElement {
  const link = document.createElement("link");
  Object.assign(link, { rel: "icon", type: "image/svg+xml", href });
  document.head.append(link);
  return link;
}
