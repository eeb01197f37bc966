"use client";

import { useEffect, useRef, useState } from "react";
import { CONVERSATION_TITLE_LENGTH_MAX } from "./title-length.ts";
import { useText } from "#app/_i18n/text-provider.tsx";

/** The title as a field in its own place. Enter and leaving keep the new one, Escape the old one (`onEnd(null)`). */
export function RenameField({ title, onEnd }: { title: string; onEnd: (title: string | null) => void }) {
  const text = useText();
  const [wanted, setWanted] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  const hasEnded = useRef(false);
  useEffect(() => {
    // The menu that asked for this gives the focus back to its button first.
    const frame = requestAnimationFrame(() => field.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);
  const end = (result: string | null) => {
    if (hasEnded.current) return;
    hasEnded.current = true;
    onEnd(result);
  };
  return (
    <input
      ref={field}
      dir="auto"
      value={wanted}
      maxLength={CONVERSATION_TITLE_LENGTH_MAX}
      aria-label={text("sidebar.renameLabel")}
      onChange={(event) => setWanted(event.target.value)}
      onBlur={() => end(wanted)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) end(wanted);
        if (event.key === "Escape") end(null);
      }}
      className="h-8 w-full rounded-sm border border-accent bg-raised ps-2.25 pe-2 text-ui text-ink outline-none coarse:h-11 coarse:text-base"
    />
  );
}
