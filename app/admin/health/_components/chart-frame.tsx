"use client";

import type { ReactNode } from "react";
import { HEALTH_MINUTES } from "#contracts/deployment-health.ts";
import { useText } from "#app/_i18n/text-provider.tsx";

type ChartFrameProps = {
  title: string;
  /** What the top of the chart stands for; its ground is zero. */
  top: string;
  /** Words beside the lines, at how much of the height from the ground each ends. */
  marks?: readonly { label: string; share: number }[];
  children: ReactNode;
};

/** A chart's title, its axes with words, and the names of its lines where they end. */
export function ChartFrame({ title, top, marks = [], children }: ChartFrameProps) {
  const text = useText();
  return (
    <figure className="flex min-w-0 flex-col gap-1.5">
      <figcaption className="text-sm font-medium">{title}</figcaption>
      <div className="flex gap-2 text-xs text-ink-soft tabular-nums">
        <div className="flex h-28 w-14 shrink-0 flex-col justify-between text-end">
          <span>{top}</span>
          <span>0</span>
        </div>
        <div className="relative h-28 min-w-0 flex-1 border-y border-line">{children}</div>
        {marks.length > 0 ? (
          <div className="relative h-28 w-8 shrink-0">
            {spread(marks).map(({ label, share }) => (
              <span key={label} className="absolute start-0 translate-y-1/2" style={{ bottom: `${share * 100}%` }}>
                {label}
              </span>
            ))}
          </div>
        ) : null}
      </div>
      <div className={`ms-16 flex justify-between text-xs text-ink-faint ${marks.length > 0 ? "me-10" : ""}`}>
        <span>{text("admin.health.minutesAgo", { count: HEALTH_MINUTES })}</span>
        <span>{text("admin.health.now")}</span>
      </div>
    </figure>
  );
}

const APART = 0.16;

/** Two names never stand on each other: the upper one moves up, and down where there is no room. */
function spread(marks: readonly { label: string; share: number }[]): { label: string; share: number }[] {
  let ground = 0;
  return marks
    .toSorted((one, other) => one.share - other.share)
    .map(({ label, share }) => {
      const placed = Math.max(ground, Math.min(share, 1));
      ground = placed + APART;
      return { label, share: placed };
    });
}
