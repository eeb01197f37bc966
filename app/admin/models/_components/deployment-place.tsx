"use client";

import type { CatalogueView } from "#contracts/catalogue.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { TextField } from "#app/_ui/text-field.tsx";
import { SelectField } from "../../_components/select-field.tsx";
import { SuggestField } from "../../_components/suggest-field.tsx";
import type { DeploymentDraft } from "../_lib/deployment-draft.ts";
import type { FieldProps } from "./field-props.ts";

/** Which model it is, and where: over which connection, under which name, in which region. */
export function DeploymentPlace(props: FieldProps<DeploymentDraft> & { view: CatalogueView }) {
  const { draft, view, onChange, faultOf } = props;
  const text = useText();
  const models = view.models.toSorted((one, other) => one.label.localeCompare(other.label));
  const connection = view.connections.find(({ id }) => id === draft.connectionId);
  const choose = { value: "", label: text("admin.models.choose") };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        label={text("admin.models.model")}
        value={draft.modelId}
        options={[choose, ...models.map(({ id, label }) => ({ value: id, label: `${label} (${id})` }))]}
        onChange={(modelId) => onChange({ modelId })}
        error={faultOf("modelId")}
      />
      <SelectField
        label={text("admin.models.connection")}
        value={draft.connectionId}
        options={[...(connection ? [] : [choose]), ...view.connections.map(({ id, label }) => ({ value: id, label }))]}
        onChange={(connectionId) => onChange({ connectionId })}
        error={faultOf("connectionId")}
      />
      <SuggestField
        label={text("admin.models.nameThere")}
        value={draft.modelName}
        suggestions={connection?.modelNames ?? []}
        onChange={(modelName) => onChange({ modelName })}
        hint={text("admin.models.nameThereHint")}
        error={faultOf("modelName")}
      />
      <TextField
        label={text("admin.models.region")}
        value={draft.region}
        onChange={(region) => onChange({ region })}
        placeholder={connection?.region ?? text("admin.models.regionOfConnection")}
        error={faultOf("region")}
        autoComplete="off"
      />
    </div>
  );
}
