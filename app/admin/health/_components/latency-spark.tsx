import type { HealthSeries } from "#contracts/deployment-health.ts";
import { linePath } from "../../_lib/line-path.ts";

const WIDTH = 240;
const HEIGHT = 28;

/** Half an hour of waiting for the first token at a glance: the time within which half of the calls had it, from zero to its own greatest. */
export function LatencySpark({ series, label }: { series: HealthSeries | null; label: string }) {
  const middle = series?.firstTokenP50Ms ?? [];
  // A little more than the greatest, so that no line is cut by the edge.
  const box = { width: WIDTH, height: HEIGHT - 1, max: Math.max(1, ...middle.map((ms) => ms ?? 0)) * 1.15 };
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block h-7 w-full"
    >
      <path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} className="stroke-line" vectorEffect="non-scaling-stroke" />
      <path
        d={linePath(middle, box)}
        fill="none"
        strokeWidth={1.75}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
        className="stroke-accent"
      />
    </svg>
  );
}
