"use client";

import type { CatalogueView } from "#contracts/catalogue.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { TextArea } from "#app/_ui/text-area.tsx";
import { parseAliasDraft, toAliasDraft } from "../_lib/alias-draft.ts";
import { EntryDialog } from "./entry-dialog.tsx";
import { NameFields } from "./name-fields.tsx";
import { useEntryEditor } from "./use-entry-editor.ts";

type AliasDialogProps = { view: CatalogueView; id: string | null; onClose: () => void };

/** Adds an alias, or changes what one stands for. */
export function AliasDialog({ view, id, onClose }: AliasDialogProps) {
  const text = useText();
  const editor = useEntryEditor({
    kind: "aliases",
    id,
    view,
    read: (current) => toAliasDraft(current.aliases.find((alias) => alias.id === id) ?? null),
    parse: (draft, current) => parseAliasDraft(draft, current, id === null),
    onDone: onClose,
  });
  const { draft, change, faultOf } = editor;
  const isOwn = view.document.aliases.some((alias) => alias.id === id);
  return (
    <EntryDialog
      title={id === null ? text("admin.models.addAlias") : draft.label}
      editor={editor}
      removal={isOwn ? { label: text("admin.models.remove"), onRemove: () => editor.remove(draft.label) } : null}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <NameFields draft={draft} isNew={id === null} onChange={change} faultOf={faultOf} />
      </div>
      <TextArea
        label={text("admin.models.standsFor")}
        value={draft.modelIds}
        onChange={(modelIds) => change({ modelIds })}
        hint={text("admin.models.standsForHint")}
        error={faultOf("modelIds")}
        lines={5}
      />
    </EntryDialog>
  );
}
