import type { HealthSeries } from "#contracts/deployment-health.ts";
import { barPath } from "../../_lib/bar-path.ts";

const WIDTH = 240;
const HEIGHT = 28;

/** How much was asked in half an hour, at a glance: a bar for each minute, from zero to its own greatest. */
export function VolumeSpark({ series, label }: { series: HealthSeries; label: string }) {
  const box = { width: WIDTH, height: HEIGHT, max: Math.max(1, ...series.calls) };
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block h-7 w-full"
    >
      <path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} className="stroke-line" vectorEffect="non-scaling-stroke" />
      <path d={barPath(series.calls, box, 1)} className="fill-line-strong" />
    </svg>
  );
}
