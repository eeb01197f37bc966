"use client";

import { useEffect, type RefObject } from "react";

/**
 * Keeps the end of an element above the software keyboard, in browsers that lay the keyboard over
 * the page instead of making the page shorter.
 */
export function useKeyboardInset(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return undefined;
    const fit = (): void => {
      // A page that is zoomed in has a small visual viewport, too, and no keyboard.
      const covered = viewport.scale > 1.01 ? 0 : window.innerHeight - viewport.height - viewport.offsetTop;
      element.current?.style.setProperty("padding-block-end", covered > 1 ? `${covered}px` : "");
    };
    viewport.addEventListener("resize", fit);
    viewport.addEventListener("scroll", fit);
    return () => {
      viewport.removeEventListener("resize", fit);
      viewport.removeEventListener("scroll", fit);
    };
  }, [element]);
}
