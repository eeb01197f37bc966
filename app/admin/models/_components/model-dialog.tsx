"use client";

import type { CatalogueView } from "#contracts/catalogue.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { parseModelDraft, toModelDraft } from "../_lib/model-draft.ts";
import { EntryDialog } from "./entry-dialog.tsx";
import { ModelFacts } from "./model-facts.tsx";
import { ModelRules } from "./model-rules.tsx";
import { PriceListFields } from "./price-list-fields.tsx";
import { FieldGroup } from "./field-group.tsx";
import { SourceFields } from "./source-fields.tsx";
import { useEntryEditor } from "./use-entry-editor.ts";

type ModelDialogProps = { view: CatalogueView; id: string | null; onClose: () => void };

/** Adds a model, or changes what is said of one. */
export function ModelDialog({ view, id, onClose }: ModelDialogProps) {
  const text = useText();
  const editor = useEntryEditor({
    kind: "models",
    id,
    view,
    read: (current) => toModelDraft(current.models.find((model) => model.id === id) ?? null),
    parse: (draft, current) => parseModelDraft(draft, current, id === null),
    onDone: onClose,
  });
  const { draft, change, faultOf } = editor;
  const model = view.models.find((known) => known.id === id);
  const isOwn = view.document.models.some((known) => known.id === id);
  const removal = isOwn
    ? { label: text("admin.models.remove"), onRemove: () => editor.remove(model?.label ?? draft.label) }
    : null;
  return (
    <EntryDialog
      title={model?.label ?? text("admin.models.addModel")}
      editor={editor}
      removal={removal}
      onClose={onClose}
    >
      <ModelFacts draft={draft} isNew={id === null} onChange={change} faultOf={faultOf} />
      <FieldGroup title={text("admin.models.prices")} hint={text("admin.models.pricesHint")}>
        <PriceListFields prices={draft.prices} onChange={(prices) => change({ prices })} faultOf={faultOf} />
        <SourceFields draft={draft} onChange={change} faultOf={faultOf} />
      </FieldGroup>
      <ModelRules draft={draft} onChange={change} faultOf={faultOf} />
    </EntryDialog>
  );
}
