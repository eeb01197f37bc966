"use client";

import { useState } from "react";
import type { Connection } from "#contracts/connection.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeError } from "#app/_lib/describe-error.ts";
import { Button } from "#app/_ui/button.tsx";
import { InlineError } from "#app/_ui/inline-error.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { ModelNames } from "./model-names.tsx";
import { useConnectionActions } from "./use-connection-actions.ts";

/** One connection: what it brings, when it was last known to work, and how to check or end it. */
export function ConnectionRow({ connection }: { connection: Connection }) {
  const text = useText();
  const [isAsking, setIsAsking] = useState(false);
  const { check, remove } = useConnectionActions(connection);
  const { label, provider, baseUrl, checkedAt, modelNames } = connection;
  const fault = check.error ?? remove.error;
  return (
    <li className="flex flex-col gap-2.5 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-col gap-0.5">
          <h3 className="text-ui font-medium">{label}</h3>
          <p className="text-sm break-all text-ink-soft">{baseUrl ?? text(`connections.provider.${provider}`)}</p>
        </div>
        {isAsking ? null : (
          <div className="flex gap-2">
            <Button isBusy={check.isPending} onClick={() => check.mutate()}>
              {text("connections.check")}
            </Button>
            <Button tone="danger" onClick={() => setIsAsking(true)}>
              {text("connections.delete")}
            </Button>
          </div>
        )}
      </div>
      <p aria-live="polite" className="text-sm text-ink-soft">
        {check.isPending ? text("connections.checkNow") : text.plural("connections.models", modelNames.length)}
        {check.isPending ? null : (
          <span className="text-ink-faint">
            {" "}
            · {checkedAt ? <Moment at={checkedAt} look="relative" /> : text("connections.neverChecked")}
          </span>
        )}
      </p>
      <ModelNames names={modelNames} />
      {fault ? <InlineError>{describeError(fault, text)}</InlineError> : null}
      {isAsking ? (
        <div className="flex flex-wrap items-center justify-between gap-3 rounded-sm bg-danger-soft px-3 py-2">
          <p className="text-ui text-ink">{text("connections.deleteBody")}</p>
          <div className="flex gap-2">
            <Button onClick={() => setIsAsking(false)}>{text("common.cancel")}</Button>
            <Button tone="danger" isBusy={remove.isPending} onClick={() => remove.mutate()}>
              {text("connections.deleteConfirm")}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  );
}
