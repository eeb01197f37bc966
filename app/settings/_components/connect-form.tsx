"use client";

import { useState } from "react";
import type { ConnectableProvider, ConnectionScope } from "#contracts/connection.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeError } from "#app/_lib/describe-error.ts";
import { Button } from "#app/_ui/button.tsx";
import { ChoiceRow } from "#app/_ui/choice-row.tsx";
import { InlineError } from "#app/_ui/inline-error.tsx";
import { ConnectFields, type ConnectDraft } from "./connect-fields.tsx";
import { ConnectedNote } from "./connected-note.tsx";
import { useConnect } from "./use-connect.ts";

const EMPTY_DRAFT: ConnectDraft = { apiKey: "", baseUrl: "", label: "" };

/** Connects a provider: its key is checked by a real call before anything is kept. */
export function ConnectForm({ isAdmin }: { isAdmin: boolean }) {
  const text = useText();
  const [provider, setProvider] = useState<ConnectableProvider>("openai");
  const [scope, setScope] = useState<ConnectionScope>(isAdmin ? "instance" : "personal");
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const connecting = useConnect(() => setDraft(EMPTY_DRAFT));
  // A person's own connection goes to a known provider; any address is an administrator's to give.
  const isOwnServer = provider === "openai-compatible" || provider === "azure-openai";
  return (
    <section className="flex flex-col gap-5">
      <h2 className="text-base font-semibold">{text("connections.addAnother")}</h2>
      <form className="flex flex-col gap-5" onSubmit={submit}>
        <ChoiceRow
          label={text("connections.provider")}
          value={provider}
          options={providersFor(isAdmin).map((value) => ({ value, label: text(`connections.provider.${value}`) }))}
          onChange={(chosen) => {
            setProvider(chosen);
            connecting.reset();
          }}
        />
        {isAdmin && !isOwnServer ? (
          <ChoiceRow
            label={text("connections.scope")}
            value={scope}
            options={[
              { value: "instance", label: text("connections.forEverybody") },
              { value: "personal", label: text("connections.forMe") },
            ]}
            onChange={setScope}
          />
        ) : null}
        <ConnectFields provider={provider} draft={draft} onChange={setDraft} />
        {connecting.error ? <InlineError>{describeError(connecting.error, text)}</InlineError> : null}
        {connecting.data ? <ConnectedNote connection={connecting.data} /> : null}
        <div>
          <Button type="submit" tone="primary" isBusy={connecting.isPending}>
            {text(connecting.isPending ? "connections.checkNow" : "connections.add")}
          </Button>
        </div>
      </form>
    </section>
  );

  function submit(event: React.SubmitEvent): void {
    event.preventDefault();
    const { apiKey, baseUrl, label } = draft;
    connecting.mutate({
      scope: isOwnServer ? "instance" : scope,
      provider,
      ...(apiKey.trim() ? { apiKey: apiKey.trim() } : {}),
      ...(isOwnServer ? { baseUrl: baseUrl.trim() } : {}),
      ...(label.trim() ? { label: label.trim() } : {}),
    });
  }
}

function providersFor(isAdmin: boolean): ConnectableProvider[] {
  return isAdmin ? ["openai", "anthropic", "azure-openai", "openai-compatible"] : ["openai", "anthropic"];
}
