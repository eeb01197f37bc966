"use client";

import { useState } from "react";
import type { HealthSeries } from "#contracts/deployment-health.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { TableBox } from "../../_components/table-box.tsx";
import { formatDuration } from "../../_lib/format-duration.ts";
import { formatShare } from "../../_lib/format-share.ts";
import { minuteAt } from "../_lib/minute-at.ts";

const COLUMNS = ["minute", "columnCalls", "columnFailed", "columnP50", "columnP95"] as const;

/** The numbers behind the charts, one minute a row, the newest first; shown on request. */
export function MinuteTable({ series, at }: { series: HealthSeries; at: number }) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { language } = text;
  const duration = (ms: number | null | undefined) => (typeof ms === "number" ? formatDuration(ms, language) : "–");
  const minutes = series.calls.map((calls, index) => ({ calls, index, share: series.errorShare[index] ?? null }));
  return (
    <div className="flex flex-col items-start gap-2">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="min-h-8 rounded-sm text-sm text-accent underline underline-offset-2 coarse:min-h-11"
      >
        {text(isOpen ? "admin.health.hideTable" : "admin.health.showTable")}
      </button>
      {isOpen ? (
        <TableBox label={text("admin.health.tableLabel")}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {text(`admin.health.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {minutes.toReversed().map(({ calls, index, share }) => (
              <tr key={minuteAt(at, index)}>
                <th scope="row">
                  {new Date(minuteAt(at, index)).toLocaleTimeString(language, { timeStyle: "short" })}
                </th>
                <td>{calls}</td>
                <td>{share === null ? "–" : formatShare(share, language)}</td>
                <td>{duration(series.firstTokenP50Ms[index])}</td>
                <td>{duration(series.firstTokenP95Ms[index])}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      ) : null}
    </div>
  );
}
