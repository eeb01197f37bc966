"use client";

import { deploymentStateSchema } from "#contracts/catalogue-document.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { ChoiceRow } from "#app/_ui/choice-row.tsx";
import { TextField } from "#app/_ui/text-field.tsx";
import type { DeploymentDraft } from "../_lib/deployment-draft.ts";
import { FieldGroup } from "./field-group.tsx";
import type { FieldProps } from "./field-props.ts";

const FIELDS = ["weight", "priority", "contextTokens", "outputTokensMax", "gpuPrice"] as const;

/** How much a deployment gets and in which turn, and where it can less than its model. */
export function DeploymentTerms({ draft, onChange, faultOf }: FieldProps<DeploymentDraft>) {
  const text = useText();
  const words = {
    weight: { label: "admin.models.weight", hint: "admin.models.weightHint", path: "weight" },
    priority: { label: "admin.models.priority", hint: "admin.models.priorityHint", path: "priority" },
    contextTokens: { label: "admin.models.context", hint: "admin.models.asModel", path: "contextTokens" },
    outputTokensMax: { label: "admin.models.output", hint: "admin.models.asModel", path: "outputTokensMax" },
    gpuPrice: { label: "admin.models.gpu", hint: "admin.models.gpuHint", path: "gpuPicoPerSecond" },
  } as const;
  return (
    <FieldGroup title={text("admin.models.use")}>
      <ChoiceRow
        label={text("admin.models.state")}
        value={draft.state}
        options={deploymentStateSchema.options.map((value) => ({ value, label: text(`admin.state.${value}`) }))}
        onChange={(state) => onChange({ state })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={text(words[field].label)}
            value={draft[field]}
            onChange={(value) => onChange({ [field]: value })}
            hint={text(words[field].hint)}
            error={faultOf(words[field].path)}
            autoComplete="off"
          />
        ))}
      </div>
    </FieldGroup>
  );
}
