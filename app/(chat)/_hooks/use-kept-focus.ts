"use client";

import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";

type Place = { element: Element; index: number; label: string | null };

/**
 * Keeps the focus where it was when the message that has it gives way to another version: on the same button there,
 * else on the message. Without this the keyboard would begin again at the top of the page. For the component that
 * draws the messages: it looks after each of its renders.
 */
export function useKeptFocus(scroller: RefObject<HTMLElement | null>): void {
  const last = useRef<Place | null>(null);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const onFocus = ({ target }: FocusEvent): void => {
      last.current = target instanceof Element ? placeOf(target, box) : null;
    };
    box.addEventListener("focusin", onFocus);
    return () => box.removeEventListener("focusin", onFocus);
  }, [scroller]);
  useLayoutEffect(() => {
    const place = last.current;
    if (!place || !scroller.current || place.element.isConnected) return;
    last.current = null;
    if (document.activeElement === document.body) focusAt(place, scroller.current);
  });
}

function messagesIn(box: Element): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>("[data-message]")];
}

function placeOf(element: Element, box: Element): Place {
  const index = messagesIn(box).findIndex((message) => message.contains(element));
  return { element, index, label: element.ariaLabel };
}

function focusAt({ index, label }: Place, box: Element): void {
  const message = messagesIn(box)[index];
  const buttons = [...(message?.querySelectorAll("button") ?? [])];
  const same = buttons.find((button) => label !== null && button.ariaLabel === label && !button.disabled);
  (same ?? message)?.focus({ preventScroll: true });
}
