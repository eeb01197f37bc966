"use client";

import { useState } from "react";
import type { ConnectableProvider, ConnectionScope } from "#contracts/connection.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeError } from "#app/_lib/describe-error.ts";
import { Button } from "#app/_ui/button.tsx";
import { ChoiceRow } from "#app/_ui/choice-row.tsx";
import { InlineError } from "#app/_ui/inline-error.tsx";
import type { ConnectDraft } from "./connect-draft.ts";
import { ConnectFields } from "./connect-fields.tsx";
import { ConnectedNote } from "./connected-note.tsx";
import { useConnect } from "./use-connect.ts";

const EMPTY_DRAFT: ConnectDraft = { apiKey: "", baseUrl: "", label: "", project: "", region: "" };

/** What a person may connect with a key of their own, and behind it what only an administrator may. */
const PERSONAL: readonly ConnectableProvider[] = ["openai", "anthropic", "google"];
const ADMINISTRATORS: readonly ConnectableProvider[] = ["azure-openai", "vertex", "openai-compatible"];

/** Connects a provider: its key is checked by a real call before anything is kept. */
export function ConnectForm({ isAdmin }: { isAdmin: boolean }) {
  const text = useText();
  const [provider, setProvider] = useState<ConnectableProvider>("openai");
  const [scope, setScope] = useState<ConnectionScope>(isAdmin ? "instance" : "personal");
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const connecting = useConnect(() => setDraft(EMPTY_DRAFT));
  // A person's own connection goes to a known provider; any address is an administrator's to give.
  const mayBePersonal = PERSONAL.includes(provider);
  const providers = isAdmin ? [...PERSONAL, ...ADMINISTRATORS] : PERSONAL;
  return (
    <section className="flex flex-col gap-5">
      <h2 className="text-base font-semibold">{text("connections.addAnother")}</h2>
      <form className="flex flex-col gap-5" onSubmit={submit}>
        <ChoiceRow
          label={text("connections.provider")}
          value={provider}
          options={providers.map((value) => ({ value, label: text(`connections.provider.${value}`) }))}
          onChange={(chosen) => {
            setProvider(chosen);
            // A place of one kind means nothing to another, and would go along unseen.
            setDraft({ ...draft, baseUrl: "", project: "", region: "" });
            connecting.reset();
          }}
        />
        {isAdmin && mayBePersonal ? (
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
    // What is empty counts as not said.
    connecting.mutate({ scope: mayBePersonal ? scope : "instance", provider, ...draft });
  }
}
