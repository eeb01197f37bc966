"use client";

import { catalogueModelSchema } from "#contracts/catalogue-document.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { TextArea } from "#app/_ui/text-area.tsx";
import { TextField } from "#app/_ui/text-field.tsx";
import { CheckField } from "../../_components/check-field.tsx";
import { SelectField } from "../../_components/select-field.tsx";
import type { ModelDraft } from "../_lib/model-draft.ts";
import { FieldGroup } from "./field-group.tsx";
import type { FieldProps } from "./field-props.ts";

/** How a model is used here: by whom, with which tools, and what answers in its place. */
export function ModelRules({ draft, onChange, faultOf }: FieldProps<ModelDraft>) {
  const text = useText();
  return (
    <FieldGroup title={text("admin.models.use")}>
      <CheckField
        label={text("admin.models.isAvailable")}
        hint={text("admin.models.isAvailableHint")}
        isChecked={draft.isAvailable}
        onChange={(isAvailable) => onChange({ isAvailable })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={text("admin.models.tiers")}
          value={draft.tiers}
          onChange={(tiers) => onChange({ tiers })}
          placeholder={text("admin.models.everybody")}
          hint={text("admin.models.listHint")}
          error={faultOf("tiers")}
          autoComplete="off"
        />
        <SelectField
          label={text("admin.models.tokenizer")}
          value={draft.tokenizer}
          options={catalogueModelSchema.shape.tokenizer.options.map((value) => ({ value, label: value }))}
          onChange={(tokenizer) => onChange({ tokenizer })}
          hint={text("admin.models.tokenizerHint")}
        />
      </div>
      <TextArea
        label={text("admin.models.fallbacks")}
        value={draft.fallbackModelIds}
        onChange={(fallbackModelIds) => onChange({ fallbackModelIds })}
        hint={text("admin.models.fallbacksHint")}
        error={faultOf("fallbackModelIds")}
        lines={2}
      />
      <CheckField
        label={text("admin.models.allTools")}
        isChecked={draft.hasAllTools}
        onChange={(hasAllTools) => onChange({ hasAllTools })}
      />
      {draft.hasAllTools ? null : (
        <TextField
          label={text("admin.models.tools")}
          value={draft.toolNames}
          onChange={(toolNames) => onChange({ toolNames })}
          placeholder={text("admin.models.none")}
          hint={text("admin.models.listHint")}
          error={faultOf("toolNames")}
          autoComplete="off"
        />
      )}
    </FieldGroup>
  );
}
