"use client";

import { useQuery } from "@tanstack/react-query";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeError } from "#app/_lib/describe-error.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { Button } from "#app/_ui/button.tsx";
import { InlineError } from "#app/_ui/inline-error.tsx";
import { useConnect } from "./use-connect.ts";

/** Looks for model servers on the machine itself and connects them with one press. */
export function LocalServers() {
  const text = useText();
  const trpc = useTRPC();
  const search = useQuery(trpc.connections.findLocal.queryOptions(undefined, { enabled: false, retry: false }));
  const connecting = useConnect(() => undefined);
  const fault = search.error ?? connecting.error;
  const found = search.isFetching ? undefined : search.data;
  return (
    <section className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="max-w-prose text-ui text-ink-soft">{text("connections.findLocalBody")}</p>
        <Button isBusy={search.isFetching} onClick={() => void search.refetch()}>
          {text(search.isFetching ? "connections.findLocalRunning" : "connections.findLocal")}
        </Button>
      </div>
      {fault ? <InlineError>{describeError(fault, text)}</InlineError> : null}
      <div aria-live="polite">
        {found?.length === 0 ? <p className="text-ui text-ink">{text("connections.findLocalNone")}</p> : null}
        <ul className="flex flex-col [&>*+*]:border-t [&>*+*]:border-line">
          {found?.map(({ label, baseUrl, modelNames }) => (
            <li key={baseUrl} className="flex flex-wrap items-center justify-between gap-3 py-3">
              <div className="min-w-0">
                <p className="text-ui font-medium">{label}</p>
                <p className="text-sm break-all text-ink-soft">
                  {baseUrl} · {text.plural("connections.models", modelNames.length)}
                </p>
              </div>
              <Button
                isBusy={connecting.isPending}
                onClick={() => connecting.mutate({ scope: "instance", provider: "openai-compatible", label, baseUrl })}
              >
                {text("connections.localUse")}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
