"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeError } from "#app/_lib/describe-error.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { QueryGate } from "#app/_ui/query-gate.tsx";
import { showToast } from "#app/_ui/show-toast.ts";
import { InvitationForm } from "./invitation-form.tsx";
import { InvitationRow } from "./invitation-row.tsx";
import { SettingsPage } from "./settings-page.tsx";

/** Who was invited, and inviting one more; for administrators. */
export function InvitationsSettings() {
  const text = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const invitations = useQuery(trpc.accounts.listInvitations.queryOptions());
  const revoking = useMutation(
    trpc.accounts.deleteInvitation.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.accounts.listInvitations.queryFilter()),
      onError: (error) => showToast({ text: describeError(error, text), tone: "danger" }),
    }),
  );
  return (
    <SettingsPage title={text("settings.invitations.title")} body={text("settings.invitations.body")}>
      <InvitationForm />
      <QueryGate query={invitations} failure={text("settings.invitations.loadFailed")}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={text("settings.invitations.empty")}>{text("settings.invitations.emptyBody")}</EmptyState>
          ) : (
            <ul className="flex flex-col [&>*+*]:border-t [&>*+*]:border-line">
              {list.map((invitation) => (
                <InvitationRow
                  key={invitation.id}
                  invitation={invitation}
                  onRevoke={() => revoking.mutate({ id: invitation.id })}
                />
              ))}
            </ul>
          )
        }
      </QueryGate>
    </SettingsPage>
  );
}
