"use client";

import { useState } from "react";
import { v7 as createId } from "uuid";
import type { CatalogueView } from "#contracts/catalogue.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { CheckField } from "../../_components/check-field.tsx";
import { parseDeploymentDraft, toDeploymentDraft } from "../_lib/deployment-draft.ts";
import { newDeployment } from "../_lib/new-deployment.ts";
import { DeploymentPlace } from "./deployment-place.tsx";
import { DeploymentTerms } from "./deployment-terms.tsx";
import { EntryDialog } from "./entry-dialog.tsx";
import { FieldGroup } from "./field-group.tsx";
import { PriceListFields } from "./price-list-fields.tsx";
import { useEntryEditor } from "./use-entry-editor.ts";

type DeploymentDialogProps = { view: CatalogueView; id: string | null; onClose: () => void };

/** Adds a way to a model, or changes how one is used. */
export function DeploymentDialog({ view, id, onClose }: DeploymentDialogProps) {
  const text = useText();
  const [newId] = useState(() => createId());
  const editor = useEntryEditor({
    kind: "deployments",
    id,
    view,
    read: (current) => {
      const deployment = current.deployments.find((one) => one.id === id);
      return toDeploymentDraft(deployment ?? newDeployment(current, newId));
    },
    parse: parseDeploymentDraft,
    onDone: onClose,
  });
  const { draft, change, faultOf } = editor;
  const known = view.deployments.find((deployment) => deployment.id === id);
  const modelLabel = view.models.find((model) => model.id === known?.modelId)?.label;
  const isOwn = view.document.deployments.some((deployment) => deployment.id === id);
  return (
    <EntryDialog
      title={known ? `${modelLabel ?? known.modelId} · ${known.connectionLabel}` : text("admin.models.addDeployment")}
      editor={editor}
      removal={isOwn ? { label: text("admin.models.remove"), onRemove: () => editor.remove(draft.modelName) } : null}
      onClose={onClose}
    >
      <DeploymentPlace draft={draft} view={view} onChange={change} faultOf={faultOf} />
      <DeploymentTerms draft={draft} onChange={change} faultOf={faultOf} />
      <FieldGroup title={text("admin.models.prices")} hint={text("admin.models.pricesHint")}>
        <CheckField
          label={text("admin.models.ownPrices")}
          hint={text("admin.models.ownPricesHint")}
          isChecked={draft.hasOwnPrices}
          onChange={(hasOwnPrices) => change({ hasOwnPrices })}
        />
        {draft.hasOwnPrices ? (
          <PriceListFields prices={draft.prices} onChange={(prices) => change({ prices })} faultOf={faultOf} />
        ) : null}
      </FieldGroup>
    </EntryDialog>
  );
}
