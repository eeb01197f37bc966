"use client";

import { useState } from "react";
import type { HealthView } from "#contracts/deployment-health.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { findDeployments } from "../_lib/find-deployments.ts";
import { isTrouble } from "../_lib/is-trouble.ts";
import { judgeDeployment } from "../_lib/judge-deployment.ts";
import { orderDeployments } from "../_lib/order-deployments.ts";
import { DeploymentRow } from "./deployment-row.tsx";
import { DeploymentTable } from "./deployment-table.tsx";
import { ListControls, type ListChoice } from "./list-controls.tsx";
import { useSetState } from "./use-set-state.ts";

/** Every deployment, as a list with pictures or as a table of numbers; found, sorted and switched here. */
export function DeploymentList({ view }: { view: HealthView }) {
  const text = useText();
  const [choice, setChoice] = useState<ListChoice>({ wanted: "", order: "name", look: "list", isTroubleOnly: false });
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set());
  const { change, withChoices } = useSetState();
  const all = view.deployments.map(withChoices);
  const troubled = all.filter((health) => isTrouble(judgeDeployment(health, view.at)));
  const shown = orderDeployments(findDeployments(choice.isTroubleOnly ? troubled : all, choice.wanted), choice.order);
  const toggle = (id: string) =>
    setOpenIds((before) => new Set(before.has(id) ? [...before].filter((open) => open !== id) : [...before, id]));
  return (
    <section className="flex flex-col gap-3">
      <ListControls choice={choice} onChange={setChoice} troubleCount={troubled.length} view={view} />
      {shown.length === 0 ? (
        <p className="py-6 text-ui text-ink-soft">
          {text(choice.isTroubleOnly && choice.wanted === "" ? "admin.health.noTrouble" : "admin.nothingFound")}
        </p>
      ) : choice.look === "table" ? (
        <DeploymentTable
          deployments={shown}
          at={view.at}
          order={choice.order}
          onOrder={(order) => setChoice({ ...choice, order })}
        />
      ) : (
        <ul className="flex flex-col [&>*+*]:border-t [&>*+*]:border-line">
          {shown.map((health) => (
            <DeploymentRow
              key={health.id}
              health={health}
              at={view.at}
              isOpen={openIds.has(health.id)}
              onToggle={() => toggle(health.id)}
              onState={(state) => change(health, state)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
