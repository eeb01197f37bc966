"use client";

import type { HealthProbe } from "#contracts/deployment-health.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { formatDuration } from "../../_lib/format-duration.ts";
import { Ago } from "./ago.tsx";

/** What probes found, the oldest first as time runs: each a mark, filled where it was answered. */
export function ProbeHistory({ probes, at }: { probes: readonly HealthProbe[]; at: number }) {
  const text = useText();
  const newest = probes[0];
  if (!newest) return <p className="text-ui text-ink-soft">{text("admin.health.noProbes")}</p>;
  const answered = probes.filter(({ isOk }) => isOk).length;
  const say = ({ isOk, durationMs }: HealthProbe) =>
    durationMs === null
      ? text(isOk ? "admin.health.probeOk" : "admin.health.probeFailed")
      : text(isOk ? "admin.health.probeOkIn" : "admin.health.probeFailedIn", {
          duration: formatDuration(durationMs, text.language),
        });
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-sm font-medium">{text("admin.health.probes")}</h3>
      <div aria-hidden className="flex flex-wrap gap-1">
        {probes.toReversed().map((probe) => (
          <span
            key={probe.at}
            title={say(probe)}
            className={`h-4 w-2 rounded-[2px] ${probe.isOk ? "bg-success" : "border-2 border-danger"}`}
          />
        ))}
      </div>
      <p className="text-sm text-ink-soft tabular-nums">
        {text("admin.health.probesAnswered", { answered, count: probes.length })} <Ago moment={newest.at} at={at} />:{" "}
        {say(newest)}
      </p>
    </section>
  );
}
