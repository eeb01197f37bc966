"use client";

import type { DeploymentHealth } from "#contracts/deployment-health.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { formatDuration } from "../../_lib/format-duration.ts";
import { formatShare } from "../../_lib/format-share.ts";
import { CallStrip } from "./call-strip.tsx";
import { LatencySpark } from "./latency-spark.tsx";

/** Half an hour of one deployment in two pictures, each with its last five minutes in numbers. */
export function DeploymentGlance({ health }: { health: DeploymentHealth }) {
  const text = useText();
  const { counts, series, firstTokenP50Ms, firstTokenP95Ms, inFlight } = health;
  const duration = (ms: number | null) => (ms === null ? "–" : formatDuration(ms, text.language));
  const failed =
    counts.calls > 0
      ? text("admin.health.failedOf", {
          share: formatShare(counts.failed / counts.calls, text.language),
          calls: counts.calls,
        })
      : text("admin.health.noCalls");
  // Two empty pictures would say less than the words.
  if (!series) return <p className="ms-5 text-sm text-ink-faint @3xl:ms-0 @3xl:py-1">{failed}</p>;
  return (
    <div className="grid grid-cols-2 gap-x-6 text-sm text-ink-soft tabular-nums">
      <div className="flex min-w-0 flex-col gap-1">
        <CallStrip series={series} label={text("admin.health.stripLabel")} />
        <p>
          {failed}
          {inFlight > 0 ? (
            <span className="text-ink-faint"> · {text("admin.health.inFlight", { count: inFlight })}</span>
          ) : null}
        </p>
      </div>
      <div className="flex min-w-0 flex-col gap-1">
        <LatencySpark series={series} label={text("admin.health.sparkLabel")} />
        <p>
          {duration(firstTokenP50Ms)}
          {firstTokenP95Ms === null ? null : (
            <span className="text-ink-faint">
              {" "}
              · {text("admin.health.p95", { duration: duration(firstTokenP95Ms) })}
            </span>
          )}
        </p>
      </div>
    </div>
  );
}
