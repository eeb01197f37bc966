"use client";

import { useState } from "react";
import type { CatalogueView } from "#contracts/catalogue.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { findEntries } from "../_lib/find-entries.ts";
import { DeploymentDialog } from "./deployment-dialog.tsx";
import { DeploymentRow } from "./deployment-row.tsx";
import { ListHead } from "./list-head.tsx";
import { useChangeCatalogue } from "./use-change-catalogue.ts";

/** Every way to a model: those of one model together, in the order in which they are asked. */
export function DeploymentList({ view }: { view: CatalogueView }) {
  const text = useText();
  const { setState } = useChangeCatalogue();
  const [wanted, setWanted] = useState("");
  const [editing, setEditing] = useState<{ id: string | null } | null>(null);
  const labels = new Map(view.models.map(({ id, label }) => [id, label]));
  const regions = new Map(view.connections.map(({ id, region }) => [id, region]));
  const labelOf = (modelId: string) => labels.get(modelId) ?? modelId;
  if (view.connections.length === 0) {
    return (
      <EmptyState
        title={text("admin.models.noConnection")}
        action={<LinkButton href="/settings/connections">{text("admin.health.connect")}</LinkButton>}
      >
        {text("admin.models.noConnectionBody")}
      </EmptyState>
    );
  }
  const shown = findEntries(view.deployments, wanted, ({ modelId, modelName, connectionLabel, region }) => [
    labelOf(modelId),
    modelId,
    modelName,
    connectionLabel,
    region,
  ]).toSorted(
    (one, other) =>
      labelOf(one.modelId).localeCompare(labelOf(other.modelId)) ||
      one.priority - other.priority ||
      other.weight - one.weight,
  );
  return (
    <section className="flex flex-col gap-3">
      <ListHead
        findLabel={text("admin.health.find")}
        wanted={wanted}
        onFind={setWanted}
        addLabel={text("admin.models.addDeployment")}
        onAdd={() => setEditing({ id: null })}
      />
      {shown.length === 0 ? <p className="py-6 text-ui text-ink-soft">{text("admin.nothingFound")}</p> : null}
      <ul className="flex flex-col [&>*+*]:border-t [&>*+*]:border-line">
        {shown.map((deployment) => (
          <DeploymentRow
            key={deployment.id}
            deployment={deployment}
            modelLabel={labelOf(deployment.modelId)}
            region={deployment.region ?? regions.get(deployment.connectionId) ?? null}
            all={view.deployments}
            onEdit={() => setEditing({ id: deployment.id })}
            onState={(state) => setState(view, deployment.id, state)}
          />
        ))}
      </ul>
      {editing ? <DeploymentDialog view={view} id={editing.id} onClose={() => setEditing(null)} /> : null}
    </section>
  );
}
