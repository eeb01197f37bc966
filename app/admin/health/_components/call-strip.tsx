import { HEALTH_MINUTES, type HealthSeries } from "#contracts/deployment-health.ts";
import { barPath } from "../../_lib/bar-path.ts";

const BOX = { width: 240, height: 28, max: 1 };
/** So much of a bar is filled at least where any call failed: one of a thousand is to be seen. */
const FAILED_LEAST = 3;

/** Half an hour of calls at a glance: a bar for each minute with any, filled from the ground by the share that failed. */
export function CallStrip({ series, label }: { series: HealthSeries | null; label: string }) {
  const calls = series?.calls ?? Array.from({ length: HEALTH_MINUTES }, () => 0);
  const quiet = calls.map((count) => (count > 0 ? 0 : 0.06));
  const asked = calls.map((count) => (count > 0 ? 1 : 0));
  const failed = (series?.errorShare ?? []).map((share) => share ?? 0);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      preserveAspectRatio="none"
      className="block h-7 w-full"
    >
      <path d={barPath(quiet, BOX)} className="fill-line-strong" />
      <path d={barPath(asked, BOX)} className="fill-selected" />
      {failed.length > 0 ? <path d={barPath(failed, BOX, FAILED_LEAST)} className="fill-danger" /> : null}
    </svg>
  );
}
