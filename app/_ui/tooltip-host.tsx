"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Keys } from "./keys.tsx";

type Tip = { text: string; keys: string | undefined; anchor: DOMRect };

const DELAY_MS = 450;
const EDGE_PX = 8;

/**
 * Draws the tooltip of whatever has `data-tooltip`: after a moment under the mouse, at once under
 * the keyboard's focus, never under a finger. One for the whole page, so that a button costs nothing.
 */
export function TooltipHost() {
  const [tip, setTip] = useState<Tip | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => watchTips(setTip), []);
  useLayoutEffect(() => {
    if (tip && box.current) place(box.current, tip.anchor);
  }, [tip]);
  if (!tip) return null;
  return (
    <div
      ref={box}
      aria-hidden
      className="pointer-events-none fixed z-50 flex items-center gap-2 rounded-sm border border-line bg-raised px-2 py-1 text-xs whitespace-nowrap text-ink shadow-float"
    >
      {tip.text}
      {tip.keys ? <Keys keys={tip.keys} /> : null}
    </div>
  );
}

function place(box: HTMLElement, anchor: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const middle = anchor.left + anchor.width / 2 - width / 2;
  const below = anchor.bottom + 6;
  const hasRoomBelow = below + height + EDGE_PX < innerHeight;
  box.style.left = `${Math.max(EDGE_PX, Math.min(middle, innerWidth - width - EDGE_PX))}px`;
  box.style.top = `${hasRoomBelow ? below : anchor.top - height - 6}px`;
}

function watchTips(setTip: (tip: Tip | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    clearTimeout(timer);
    setTip(null);
  };
  const show = (target: EventTarget | null, delayMs: number) => {
    hide();
    const element = target instanceof Element ? target.closest<HTMLElement>("[data-tooltip]") : null;
    const text = element?.dataset["tooltip"];
    if (!element || !text || element.ariaExpanded === "true") return;
    const keys = element.dataset["tooltipKeys"];
    timer = setTimeout(
      () => element.isConnected && setTip({ text, keys, anchor: element.getBoundingClientRect() }),
      delayMs,
    );
  };
  // What comes to lie under a resting pointer was not asked about: after "Send" another button stands there.
  let restsAt: { x: number; y: number } | null = null;
  const isAtRest = ({ clientX, clientY }: PointerEvent) => restsAt?.x === clientX && restsAt.y === clientY;
  const watch = new AbortController();
  const on = <Name extends keyof DocumentEventMap>(name: Name, listener: (event: DocumentEventMap[Name]) => void) =>
    document.addEventListener(name, listener, { signal: watch.signal, passive: true, capture: true });
  on("pointerover", (event) => event.pointerType === "mouse" && !isAtRest(event) && show(event.target, DELAY_MS));
  on(
    "focusin",
    (event) => event.target instanceof Element && event.target.matches(":focus-visible") && show(event.target, 0),
  );
  on("focusout", hide);
  on("pointerdown", ({ clientX, clientY }) => {
    restsAt = { x: clientX, y: clientY };
    hide();
  });
  on("keydown", hide);
  on("scroll", hide);
  return () => {
    watch.abort();
    clearTimeout(timer);
  };
}
