"use client";

import { useState } from "react";
import type { HealthView } from "#contracts/deployment-health.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { QueryGate } from "#app/_ui/query-gate.tsx";
import { AdminPage } from "../../_components/admin-page.tsx";
import { describeHealth } from "../_lib/describe-health.ts";
import { DeploymentList } from "./deployment-list.tsx";
import { LiveMark } from "./live-mark.tsx";
import { TotalsStrip } from "./totals-strip.tsx";
import { useHealth } from "./use-health.ts";

/** How the ways to models fare, live; for administrators. */
export function HealthPage() {
  const text = useText();
  const [isPaused, setIsPaused] = useState(false);
  const health = useHealth(isPaused);
  const view = health.data;
  const isEmpty = view?.deployments.length === 0;
  return (
    <AdminPage
      title={text("admin.health.title")}
      // The server writes times in its own zone; this browser corrects them.
      answer={
        <span suppressHydrationWarning>
          {view && !isEmpty ? describeHealth(view, text) : text("admin.health.body")}
        </span>
      }
      end={
        view && !isEmpty ? (
          <LiveMark isPaused={isPaused} isFailing={health.isError} at={view.at} onChange={setIsPaused} />
        ) : null
      }
    >
      <QueryGate query={health} failure={text("admin.health.loadFailed")}>
        {(loaded) => (isEmpty ? <NothingToWatch /> : <Everything view={loaded} />)}
      </QueryGate>
    </AdminPage>
  );
}

function Everything({ view }: { view: HealthView }) {
  return (
    <>
      <TotalsStrip totals={view.totals} />
      <DeploymentList view={view} />
    </>
  );
}

function NothingToWatch() {
  const text = useText();
  return (
    <EmptyState
      title={text("admin.health.empty")}
      action={<LinkButton href="/settings/connections">{text("admin.health.connect")}</LinkButton>}
    >
      {text("admin.health.emptyBody")}
    </EmptyState>
  );
}
