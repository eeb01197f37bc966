"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { TextField } from "#app/_ui/text-field.tsx";
import type { ModelDraft } from "../_lib/model-draft.ts";
import type { FieldProps } from "./field-props.ts";

/** Where and when the facts about a model were read. */
export function SourceFields({ draft, onChange, faultOf }: FieldProps<ModelDraft>) {
  const text = useText();
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <TextField
        label={text("admin.models.source")}
        type="url"
        value={draft.sourceUrl}
        onChange={(sourceUrl) => onChange({ sourceUrl })}
        placeholder="https://"
        error={faultOf("source.url")}
        autoComplete="off"
      />
      <TextField
        label={text("admin.models.readOn")}
        value={draft.sourceReadOn}
        onChange={(sourceReadOn) => onChange({ sourceReadOn })}
        placeholder="2026-01-31"
        error={faultOf("source.readOn")}
        autoComplete="off"
      />
    </div>
  );
}
