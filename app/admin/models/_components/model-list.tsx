"use client";

import { useState } from "react";
import type { CatalogueView } from "#contracts/catalogue.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { CheckField } from "../../_components/check-field.tsx";
import { findEntries } from "../_lib/find-entries.ts";
import { ListHead } from "./list-head.tsx";
import { ModelDialog } from "./model-dialog.tsx";
import { ModelRow } from "./model-row.tsx";

/** Every model that is known, those that are served here first asked for. */
export function ModelList({ view }: { view: CatalogueView }) {
  const text = useText();
  const [wanted, setWanted] = useState("");
  const [editing, setEditing] = useState<{ id: string | null } | null>(null);
  const served = new Set(view.deployments.map(({ modelId }) => modelId));
  const [isAll, setIsAll] = useState(served.size === 0);
  const listed = view.models.filter(({ id, origin }) => isAll || served.has(id) || origin === "document");
  const shown = findEntries(listed, wanted, ({ label, id, maker }) => [label, id, maker]);
  return (
    <section className="flex flex-col gap-3">
      {view.connections.length === 0 ? (
        <EmptyState
          title={text("admin.models.noConnection")}
          action={<LinkButton href="/settings/connections">{text("admin.health.connect")}</LinkButton>}
        >
          {text("admin.models.noConnectionBody")}
        </EmptyState>
      ) : null}
      <ListHead
        findLabel={text("admin.models.findModel")}
        wanted={wanted}
        onFind={setWanted}
        addLabel={text("admin.models.addModel")}
        onAdd={() => setEditing({ id: null })}
      >
        <CheckField
          label={text("admin.models.showAll", { count: view.models.length })}
          isChecked={isAll}
          onChange={setIsAll}
        />
      </ListHead>
      {shown.length === 0 ? <p className="py-6 text-ui text-ink-soft">{text("admin.nothingFound")}</p> : null}
      <ul className="flex flex-col [&>*+*]:border-t [&>*+*]:border-line">
        {shown
          .toSorted((one, other) => one.maker.localeCompare(other.maker) || one.label.localeCompare(other.label))
          .map((model) => (
            <ModelRow key={model.id} model={model} view={view} onEdit={() => setEditing({ id: model.id })} />
          ))}
      </ul>
      {editing ? <ModelDialog view={view} id={editing.id} onClose={() => setEditing(null)} /> : null}
    </section>
  );
}
