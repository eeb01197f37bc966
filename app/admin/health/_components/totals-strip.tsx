"use client";

import type { ReactNode } from "react";
import type { HealthView } from "#contracts/deployment-health.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { formatDuration } from "../../_lib/format-duration.ts";
import { formatShare } from "../../_lib/format-share.ts";
import { CallStrip } from "./call-strip.tsx";
import { LatencySpark } from "./latency-spark.tsx";
import { VolumeSpark } from "./volume-spark.tsx";

/** Everything together: how much was asked, how much of it failed, how long the first token took, and what was asked beyond the first call. */
export function TotalsStrip({ totals }: { totals: HealthView["totals"] }) {
  const text = useText();
  const { counts, series, firstTokenP50Ms, firstTokenP95Ms, inFlight } = totals;
  const number = new Intl.NumberFormat(text.language);
  const extra = counts.retried + counts.hedged + counts.failedOver;
  const duration = (ms: number | null) => (ms === null ? "–" : formatDuration(ms, text.language));
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-5 border-y border-line py-4 @3xl:grid-cols-4">
      <Figure
        name={text("admin.health.calls")}
        value={number.format(counts.calls)}
        note={text("admin.health.inFlight", { count: inFlight })}
      >
        <VolumeSpark series={series} label={text("admin.health.volumeLabel")} />
      </Figure>
      <Figure
        name={text("admin.health.failed")}
        value={counts.calls > 0 ? formatShare(counts.failed / counts.calls, text.language) : "–"}
        note={
          counts.calls > 0
            ? text("admin.health.failedNote", { count: counts.failed, calls: counts.calls })
            : text("admin.health.noCalls")
        }
      >
        <CallStrip series={series} label={text("admin.health.stripLabel")} />
      </Figure>
      <Figure
        name={text("admin.health.firstToken")}
        value={duration(firstTokenP50Ms)}
        note={firstTokenP95Ms === null ? "" : text("admin.health.p95", { duration: duration(firstTokenP95Ms) })}
      >
        <LatencySpark series={series} label={text("admin.health.sparkLabel")} />
      </Figure>
      <Figure
        name={text("admin.health.extra")}
        value={counts.calls > 0 ? formatShare(extra / counts.calls, text.language) : "–"}
        note={text("admin.health.extraNote", {
          retried: counts.retried,
          hedged: counts.hedged,
          failedOver: counts.failedOver,
        })}
      />
    </dl>
  );
}

type FigureProps = { name: string; value: string; note: string; children?: ReactNode };

function Figure({ name, value, note, children }: FigureProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className="flex flex-col gap-1">
        <span className="text-xl font-semibold tracking-[-0.015em] tabular-nums">{value}</span>
        {children}
        <span className="text-sm text-ink-soft tabular-nums">{note}</span>
      </dd>
    </div>
  );
}
