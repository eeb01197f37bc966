"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import type { RouterOutputs } from "#app/_lib/trpc-client.ts";
import { useNow } from "#app/_lib/use-now.ts";
import { Button } from "#app/_ui/button.tsx";

type Invitation = RouterOutputs["accounts"]["listInvitations"][number];

/** One invitation: for whom, as what, and until when. */
export function InvitationRow({ invitation, onRevoke }: { invitation: Invitation; onRevoke: () => void }) {
  const text = useText();
  const now = useNow();
  const { email, role, acceptedAt, expiresAt } = invitation;
  return (
    <li className="flex items-center justify-between gap-4 py-3 first:pt-0">
      <div className="min-w-0">
        <p className="truncate text-ui font-medium">{email ?? text("settings.invitations.anyEmail")}</p>
        <p className="text-sm text-ink-soft" suppressHydrationWarning>
          {text(role === "admin" ? "settings.account.roleAdmin" : "settings.account.roleUser")} · {state()}
        </p>
      </div>
      {acceptedAt ? null : <Button onClick={onRevoke}>{text("settings.invitations.revoke")}</Button>}
    </li>
  );

  function state(): string {
    const day = (moment: string) => new Date(moment).toLocaleDateString(text.language, { dateStyle: "medium" });
    if (acceptedAt) return text("settings.invitations.accepted", { date: day(acceptedAt) });
    const isOver = Date.parse(expiresAt) < now.getTime();
    return text(isOver ? "settings.invitations.expired" : "settings.invitations.expires", { date: day(expiresAt) });
  }
}
