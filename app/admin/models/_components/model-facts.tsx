"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { TextField } from "#app/_ui/text-field.tsx";
import { CheckField } from "../../_components/check-field.tsx";
import type { ModelDraft } from "../_lib/model-draft.ts";
import { FieldGroup } from "./field-group.tsx";
import type { FieldProps } from "./field-props.ts";
import { NameFields } from "./name-fields.tsx";

const ABILITIES = ["canSeeImages", "canReason", "canCallTools", "canStructure"] as const;

/** What a model is: its names, its limits and what it can do. */
export function ModelFacts(props: FieldProps<ModelDraft> & { isNew: boolean }) {
  const { draft, isNew, onChange, faultOf } = props;
  const text = useText();
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <NameFields draft={draft} isNew={isNew} onChange={onChange} faultOf={faultOf} />
        <TextField
          label={text("admin.models.maker")}
          value={draft.maker}
          onChange={(maker) => onChange({ maker })}
          hint={text("admin.models.makerHint")}
          error={faultOf("maker")}
          autoComplete="off"
        />
      </div>
      <FieldGroup title={text("admin.models.limits")}>
        <div className="grid gap-4 sm:grid-cols-2">
          {(["contextTokens", "outputTokensMax"] as const).map((field) => (
            <TextField
              key={field}
              label={text(field === "contextTokens" ? "admin.models.context" : "admin.models.output")}
              value={draft[field]}
              onChange={(value) => onChange({ [field]: value })}
              placeholder={text("admin.models.unknown")}
              error={faultOf(field)}
              autoComplete="off"
            />
          ))}
        </div>
      </FieldGroup>
      <FieldGroup title={text("admin.models.abilities")}>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {ABILITIES.map((ability) => (
            <CheckField
              key={ability}
              label={text(`admin.models.${ability}`)}
              isChecked={draft[ability]}
              onChange={(isChecked) => onChange({ [ability]: isChecked })}
            />
          ))}
        </div>
      </FieldGroup>
    </>
  );
}
