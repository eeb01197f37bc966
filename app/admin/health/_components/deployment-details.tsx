"use client";

import type { DeploymentHealth } from "#contracts/deployment-health.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { formatShare } from "../../_lib/format-share.ts";
import { CallChart } from "./call-chart.tsx";
import { ErrorList } from "./error-list.tsx";
import { LatencyChart } from "./latency-chart.tsx";
import { MinuteTable } from "./minute-table.tsx";
import { ProbeHistory } from "./probe-history.tsx";

/** Everything that is known about one deployment: why it stands as it does, half an hour in charts and numbers, its errors and probes. */
export function DeploymentDetails({ health, at }: { health: DeploymentHealth; at: number }) {
  const text = useText();
  const { breaker, counts, machine, series, errors, probes } = health;
  const facts = [
    breaker.why,
    text("admin.health.extraNote", { retried: counts.retried, hedged: counts.hedged, failedOver: counts.failedOver }),
    machine && text("admin.health.machine", { running: machine.running, waiting: machine.waiting }),
    machine && machine.cacheShare !== null
      ? text("admin.health.machineCache", { share: formatShare(machine.cacheShare, text.language) })
      : null,
  ].filter((fact) => fact !== null);
  return (
    <div className="flex flex-col gap-6 rounded-md border border-line bg-panel px-4 py-4 @3xl:px-5">
      <div className="flex flex-col gap-1 text-ui">
        <p className="font-medium">
          {text(`admin.health.breaker.${breaker.state}`)}
          {breaker.isOutlier ? ` · ${text("admin.health.outlier")}` : ""}
        </p>
        <p className="text-ink-soft tabular-nums">{facts.join(" · ")}</p>
      </div>
      {series ? (
        <div className="flex flex-col gap-3">
          <div className="grid gap-x-8 gap-y-6 @3xl:grid-cols-2">
            <CallChart series={series} />
            <LatencyChart series={series} />
          </div>
          <MinuteTable series={series} at={at} />
        </div>
      ) : (
        <p className="text-ui text-ink-soft">{text("admin.health.neverAsked")}</p>
      )}
      <ErrorList errors={errors} at={at} />
      <ProbeHistory probes={probes} at={at} />
    </div>
  );
}
