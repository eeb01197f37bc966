"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { TextField } from "#app/_ui/text-field.tsx";
import type { FieldProps } from "./field-props.ts";

type Named = { id: string; label: string };

/** What something is called: for people, and, as long as it is new, in requests. */
export function NameFields(props: FieldProps<Named> & { isNew: boolean }) {
  const { draft, isNew, onChange, faultOf } = props;
  const text = useText();
  return (
    <>
      <TextField
        label={text("admin.models.label")}
        value={draft.label}
        onChange={(label) => onChange({ label })}
        hint={text("admin.models.labelHint")}
        error={faultOf("label")}
        autoComplete="off"
      />
      {isNew ? (
        <TextField
          label={text("admin.models.id")}
          value={draft.id}
          onChange={(id) => onChange({ id })}
          hint={text("admin.models.idHint")}
          error={faultOf("id")}
          autoComplete="off"
        />
      ) : null}
    </>
  );
}
