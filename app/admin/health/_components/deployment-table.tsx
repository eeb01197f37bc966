"use client";

import type { DeploymentHealth } from "#contracts/deployment-health.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { TableBox } from "../../_components/table-box.tsx";
import { SortHeader } from "../../_components/sort-header.tsx";
import { formatDuration } from "../../_lib/format-duration.ts";
import { formatShare } from "../../_lib/format-share.ts";
import { describeStanding } from "../_lib/describe-standing.ts";
import { judgeDeployment } from "../_lib/judge-deployment.ts";
import { DEPLOYMENT_ORDERS, type DeploymentOrder } from "../_lib/order-deployments.ts";
import { StandingMark } from "./standing-mark.tsx";

type DeploymentTableProps = {
  deployments: readonly DeploymentHealth[];
  at: number;
  order: DeploymentOrder;
  onOrder: (order: DeploymentOrder) => void;
};

/** The last five minutes of each deployment in numbers. */
export function DeploymentTable({ deployments, at, order, onOrder }: DeploymentTableProps) {
  const text = useText();
  const { language } = text;
  const duration = (ms: number | null) => (ms === null ? "–" : formatDuration(ms, language));
  const plain = ["columnP95", "columnRetried", "columnHedged", "columnFailedOver", "columnInFlight"] as const;
  return (
    <TableBox label={text("admin.health.tableLabel")}>
      <thead>
        <tr>
          {DEPLOYMENT_ORDERS.map((one) => (
            <SortHeader
              key={one}
              label={text(`admin.health.order.${one}`)}
              sorted={one === order ? (one === "name" ? "ascending" : "descending") : "none"}
              onSort={() => onOrder(one)}
            />
          ))}
          {plain.map((column) => (
            <th key={column} scope="col">
              {text(`admin.health.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {deployments.map((health) => (
          <tr key={health.id}>
            <th scope="row" className="min-w-52">
              <span className="flex items-center gap-2 font-medium">
                <StandingMark standing={judgeDeployment(health, at)} />
                {health.modelLabel}
              </span>
              <span className="text-ink-soft">{health.connectionLabel}</span>
              <span className="sr-only">, {describeStanding(health, at, text)}</span>
            </th>
            <td>{health.counts.calls}</td>
            <td>{health.counts.calls > 0 ? formatShare(health.counts.failed / health.counts.calls, language) : "–"}</td>
            <td>{duration(health.firstTokenP50Ms)}</td>
            <td>{duration(health.firstTokenP95Ms)}</td>
            <td>{health.counts.retried}</td>
            <td>{health.counts.hedged}</td>
            <td>{health.counts.failedOver}</td>
            <td>{health.inFlight}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
