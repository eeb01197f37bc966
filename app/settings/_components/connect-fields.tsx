"use client";

import type { ConnectableProvider } from "#contracts/connection.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { TextField } from "#app/_ui/text-field.tsx";
import { CloudFields } from "./cloud-fields.tsx";
import type { ConnectDraft } from "./connect-draft.ts";

type ConnectFieldsProps = {
  provider: ConnectableProvider;
  draft: ConnectDraft;
  onChange: (draft: ConnectDraft) => void;
};

/** What a provider needs to know: a key, for a server of one's own its address, for a cloud the place in it. */
export function ConnectFields({ provider, draft, onChange }: ConnectFieldsProps) {
  const text = useText();
  const isOwnServer = provider === "openai-compatible";
  const isAzure = provider === "azure-openai";
  const isVertex = provider === "vertex";
  return (
    <div className="flex max-w-112 flex-col gap-5">
      {isOwnServer || isAzure ? (
        <TextField
          label={text("connections.address")}
          type="url"
          value={draft.baseUrl}
          onChange={(baseUrl) => onChange({ ...draft, baseUrl })}
          placeholder={isAzure ? "https://my-resource.openai.azure.com" : "http://127.0.0.1:8000/v1"}
          hint={text(isAzure ? "connections.endpointHint" : "connections.addressHint")}
          autoComplete="off"
          isRequired
        />
      ) : null}
      {isVertex ? <CloudFields draft={draft} onChange={onChange} /> : null}
      {isOwnServer || isAzure || isVertex ? (
        <TextField
          label={text("connections.label")}
          value={draft.label}
          onChange={(label) => onChange({ ...draft, label })}
          hint={text("connections.labelHint")}
          autoComplete="off"
        />
      ) : null}
      <TextField
        label={text("connections.key")}
        name="api-key"
        type="password"
        value={draft.apiKey}
        onChange={(apiKey) => onChange({ ...draft, apiKey })}
        hint={text(`connections.keyHint.${provider}`)}
        autoComplete="off"
        isRequired={!isOwnServer}
      />
    </div>
  );
}
