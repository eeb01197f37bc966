"use client";

import type { HealthSeries } from "#contracts/deployment-health.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { barPath } from "../../_lib/bar-path.ts";
import { ChartFrame } from "./chart-frame.tsx";

const WIDTH = 480;
const HEIGHT = 112;

/** How many calls there were in each minute, and below in each bar how many of them failed. */
export function CallChart({ series }: { series: HealthSeries }) {
  const text = useText();
  const most = Math.max(1, ...series.calls);
  const box = { width: WIDTH, height: HEIGHT, max: most };
  const failed = series.calls.map((calls, index) => calls * (series.errorShare[index] ?? 0));
  return (
    <ChartFrame title={text("admin.health.chartCalls")} top={new Intl.NumberFormat(text.language).format(most)}>
      <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="block size-full">
        <path d={barPath(series.calls, box, 2)} className="fill-line-strong opacity-60" />
        <path d={barPath(failed, box, 3)} className="fill-danger" />
      </svg>
    </ChartFrame>
  );
}
