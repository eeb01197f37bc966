"use client";

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useConversation } from "./conversation-context.tsx";

/** How far above the view loading begins, so that reading upward never waits. */
const AHEAD = "1200px";

/** Loads what stands further up when the person comes near; the button does the same, and again after a failure. */
export function EarlierMessages({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const text = useText();
  const conversation = useConversation();
  const mark = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  const load = useCallback(async () => {
    setState("loading");
    try {
      await conversation.loadEarlier();
      setState("idle");
    } catch {
      setState("failed");
    }
  }, [conversation]);
  useEffect(() => {
    const element = mark.current;
    if (!element || state !== "idle") return undefined;
    const options = { root: scroller.current, rootMargin: `${AHEAD} 0px` };
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void load();
    }, options);
    observer.observe(element);
    return () => observer.disconnect();
  }, [load, scroller, state]);
  return (
    // The browser must hold on to a message and not to this, or it would stay at the top of what has just come.
    <div ref={mark} className="flex justify-center py-3 [overflow-anchor:none]">
      <button
        type="button"
        disabled={state === "loading"}
        onClick={() => void load()}
        className="min-h-8 rounded-sm px-3 text-ui text-ink-soft hover:bg-hover coarse:min-h-11"
      >
        {text(state === "failed" ? "chat.earlierFailed" : state === "loading" ? "common.loading" : "chat.earlier")}
      </button>
    </div>
  );
}
