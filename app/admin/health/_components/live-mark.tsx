"use client";

import { Pause, Play } from "lucide-react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";

type LiveMarkProps = {
  isPaused: boolean;
  /** The last question got no answer: what is shown is old. */
  isFailing: boolean;
  /** When what is shown was put together, in milliseconds since 1970. */
  at: number;
  onChange: (isPaused: boolean) => void;
};

/** Whether the page is live, and since when it is not; with a pause, so that a number can be read in peace. */
export function LiveMark({ isPaused, isFailing, at, onChange }: LiveMarkProps) {
  const text = useText();
  const isLive = !isPaused && !isFailing;
  const time = new Date(at).toLocaleTimeString(text.language, { timeStyle: "medium" });
  return (
    <div className="flex items-center gap-1.5 text-sm text-ink-soft">
      <output className="flex items-center gap-1.5" suppressHydrationWarning>
        <span aria-hidden className={`size-2 rounded-full ${isLive ? "bg-success" : "border-2 border-line-strong"}`} />
        {isLive
          ? text("admin.health.live")
          : text(isPaused ? "admin.health.pausedAt" : "admin.health.staleSince", { time })}
      </output>
      <IconButton
        label={text(isPaused ? "admin.health.goOn" : "admin.health.pause")}
        onClick={() => onChange(!isPaused)}
      >
        {isPaused ? <Play size={16} /> : <Pause size={16} />}
      </IconButton>
    </div>
  );
}
