"use client";

import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from "react";

/** Nearer to the end than this, one is at the end. */
const END_TOLERANCE_PX = 40;

/**
 * Where the person is in a box that scrolls from its end (0 is the end, above it is negative). A
 * new `askedQuestionId` brings the view to the end, where that question has room.
 */
export function useScrollPlace(scroller: RefObject<HTMLElement | null>, askedQuestionId: string | null) {
  const [isAtEnd, setIsAtEnd] = useState(true);
  const jumpToEnd = useCallback(() => {
    scroller.current?.scrollTo({ top: 0, behavior: "instant" });
  }, [scroller]);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const onScroll = (): void => setIsAtEnd(Math.abs(box.scrollTop) < END_TOLERANCE_PX);
    onScroll();
    box.addEventListener("scroll", onScroll, { passive: true });
    return () => box.removeEventListener("scroll", onScroll);
  }, [scroller]);
  useLayoutEffect(() => {
    if (askedQuestionId !== null) jumpToEnd();
  }, [askedQuestionId, jumpToEnd]);
  useStillReading(scroller);
  return { isAtEnd, jumpToEnd };
}

/**
 * Keeps what is being read in its place while text arrives below, in browsers that do not anchor
 * scrolling by themselves.
 */
function useStillReading(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = scroller.current;
    const content = box?.firstElementChild;
    if (!box || !content || CSS.supports("overflow-anchor", "auto")) return undefined;
    let last = content.lastElementChild;
    let height = last?.getBoundingClientRect().height ?? 0;
    const observer = new ResizeObserver(() => {
      const grown = content.lastElementChild;
      const nextHeight = grown?.getBoundingClientRect().height ?? 0;
      if (grown === last && Math.abs(box.scrollTop) >= END_TOLERANCE_PX) box.scrollTop -= nextHeight - height;
      last = grown;
      height = nextHeight;
    });
    observer.observe(content);
    return () => observer.disconnect();
  }, [scroller]);
}
