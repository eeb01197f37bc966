"use client";

import { useIsAway } from "../../_hooks/use-is-away.ts";

/** A small dot that lives while an answer is being written; still while nobody can know whether it is. */
export function RunningDot({ label }: { label: string }) {
  const isStill = useIsAway();
  return (
    <span className="ms-auto flex shrink-0 pe-1">
      <span className={`size-1.5 rounded-full ${isStill ? "bg-ink-faint" : "animate-pulse bg-accent"}`} />
      <span className="sr-only">{label}</span>
    </span>
  );
}
