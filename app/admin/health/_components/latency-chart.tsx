"use client";

import type { HealthSeries } from "#contracts/deployment-health.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { formatDuration } from "../../_lib/format-duration.ts";
import { linePath } from "../../_lib/line-path.ts";
import { ChartFrame } from "./chart-frame.tsx";

const BOX = { width: 480, height: 112 };

/** How long the first token took in each minute: half of the calls were faster than the strong line, and 95 of a hundred than the faint one. */
export function LatencyChart({ series }: { series: HealthSeries }) {
  const text = useText();
  const max = Math.max(1, ...series.firstTokenP95Ms.map((ms) => ms ?? 0));
  const box = { ...BOX, max };
  const marks = [
    { label: text("admin.health.half"), last: series.firstTokenP50Ms.findLast((ms) => ms !== null) },
    { label: text("admin.health.most"), last: series.firstTokenP95Ms.findLast((ms) => ms !== null) },
  ].flatMap(({ label, last }) => (typeof last === "number" ? [{ label, share: last / max }] : []));
  return (
    <ChartFrame title={text("admin.health.chartLatency")} top={formatDuration(max, text.language)} marks={marks}>
      <svg
        aria-hidden
        viewBox={`0 0 ${BOX.width} ${BOX.height}`}
        preserveAspectRatio="none"
        className="block size-full overflow-visible"
      >
        <path
          d={linePath(series.firstTokenP95Ms, box)}
          fill="none"
          strokeWidth={1.25}
          strokeDasharray="3 3"
          vectorEffect="non-scaling-stroke"
          className="stroke-ink-faint"
        />
        <path
          d={linePath(series.firstTokenP50Ms, box)}
          fill="none"
          strokeWidth={2}
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
          className="stroke-accent"
        />
      </svg>
    </ChartFrame>
  );
}
