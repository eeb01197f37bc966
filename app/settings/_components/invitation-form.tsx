"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeError } from "#app/_lib/describe-error.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { Button } from "#app/_ui/button.tsx";
import { ChoiceRow } from "#app/_ui/choice-row.tsx";
import { InlineError } from "#app/_ui/inline-error.tsx";
import { TextField } from "#app/_ui/text-field.tsx";
import { InvitationLink } from "./invitation-link.tsx";

const DAYS = ["1", "7", "30"] as const;

/** Makes an invitation; its link is shown once, because only its hash is kept. */
export function InvitationForm() {
  const text = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<"user" | "admin">("user");
  const [days, setDays] = useState<(typeof DAYS)[number]>("7");
  const creating = useMutation(
    trpc.accounts.createInvitation.mutationOptions({
      onSuccess: async () => {
        setEmail("");
        await queryClient.invalidateQueries(trpc.accounts.listInvitations.queryFilter());
      },
    }),
  );
  return (
    <form
      className="flex flex-col items-start gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        creating.mutate({ role, daysValid: Number(days), ...(email ? { email } : {}) });
      }}
    >
      <div className="w-full max-w-88">
        <TextField
          label={text("settings.invitations.email")}
          type="email"
          value={email}
          onChange={setEmail}
          hint={text("settings.invitations.emailHint")}
          autoComplete="off"
        />
      </div>
      <ChoiceRow
        label={text("settings.account.roleLabel")}
        value={role}
        options={[
          { value: "user", label: text("settings.account.roleUser") },
          { value: "admin", label: text("settings.account.roleAdmin") },
        ]}
        onChange={setRole}
      />
      <ChoiceRow
        label={text("settings.invitations.days")}
        value={days}
        options={DAYS.map((value) => ({ value, label: text.plural("settings.invitations.daysCount", Number(value)) }))}
        onChange={setDays}
      />
      {creating.error ? <InlineError>{describeError(creating.error, text)}</InlineError> : null}
      {creating.data ? <InvitationLink code={creating.data.code} /> : null}
      <Button type="submit" tone="primary" isBusy={creating.isPending}>
        {text("settings.invitations.create")}
      </Button>
    </form>
  );
}
