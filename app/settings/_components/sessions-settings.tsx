"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeError } from "#app/_lib/describe-error.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { Button } from "#app/_ui/button.tsx";
import { QueryGate } from "#app/_ui/query-gate.tsx";
import { showToast } from "#app/_ui/show-toast.ts";
import { SessionRow } from "./session-row.tsx";
import { SettingsPage } from "./settings-page.tsx";

/** Every browser that is signed in, and the means to end it. */
export function SessionsSettings() {
  const text = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sessions = useQuery(trpc.accounts.listSessions.queryOptions());
  const shared = {
    onSuccess: () => queryClient.invalidateQueries(trpc.accounts.listSessions.queryFilter()),
    onError: (error: unknown) => showToast({ text: describeError(error, text), tone: "danger" }),
  };
  const endOne = useMutation(trpc.accounts.endSession.mutationOptions(shared));
  const endOthers = useMutation(trpc.accounts.endOtherSessions.mutationOptions(shared));
  const endAll = useMutation(
    trpc.accounts.endAllSessions.mutationOptions({ ...shared, onSuccess: () => location.assign("/sign-in") }),
  );
  const hasOthers = sessions.data?.some((session) => !session.isCurrent);
  return (
    <SettingsPage title={text("settings.sessions.title")} body={text("settings.sessions.body")}>
      <QueryGate query={sessions} failure={text("settings.sessions.loadFailed")}>
        {(list) => (
          <ul className="flex flex-col [&>*+*]:border-t [&>*+*]:border-line">
            {list.map((session) => (
              <SessionRow key={session.id} session={session} onEnd={() => endOne.mutate({ id: session.id })} />
            ))}
          </ul>
        )}
      </QueryGate>
      <section className="flex flex-wrap items-center justify-between gap-4">
        <p className="text-ui text-ink-soft">{text("settings.sessions.endAllHint")}</p>
        <div className="flex flex-wrap gap-2">
          <Button isDisabled={!hasOthers} isBusy={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {text("settings.sessions.endOthers")}
          </Button>
          <Button tone="danger" isBusy={endAll.isPending} onClick={() => endAll.mutate()}>
            {text("settings.sessions.endAll")}
          </Button>
        </div>
      </section>
    </SettingsPage>
  );
}
