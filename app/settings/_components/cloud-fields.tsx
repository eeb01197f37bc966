"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { TextField } from "#app/_ui/text-field.tsx";
import type { ConnectDraft } from "./connect-draft.ts";

/** Where in a cloud models are asked: the region, and the project where it is not the key's own. */
export function CloudFields({ draft, onChange }: { draft: ConnectDraft; onChange: (draft: ConnectDraft) => void }) {
  const text = useText();
  return (
    <>
      <TextField
        label={text("connections.region")}
        value={draft.region}
        onChange={(region) => onChange({ ...draft, region })}
        placeholder="europe-west1"
        hint={text("connections.regionHint")}
        autoComplete="off"
        isRequired
      />
      <TextField
        label={text("connections.project")}
        value={draft.project}
        onChange={(project) => onChange({ ...draft, project })}
        hint={text("connections.projectHint")}
        autoComplete="off"
      />
    </>
  );
}
