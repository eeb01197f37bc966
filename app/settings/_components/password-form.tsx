"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeError } from "#app/_lib/describe-error.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { Button } from "#app/_ui/button.tsx";
import { InlineError } from "#app/_ui/inline-error.tsx";
import { showToast } from "#app/_ui/show-toast.ts";
import { TextField } from "#app/_ui/text-field.tsx";

const PASSWORD_LENGTH_MIN = 8;

/** Changes the password, or sets the first one of an account that came through a provider. */
export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const text = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [current, setCurrent] = useState("");
  const [wanted, setWanted] = useState("");
  const saving = useMutation(
    trpc.accounts.changePassword.mutationOptions({
      onSuccess: async () => {
        setCurrent("");
        setWanted("");
        showToast({ text: text("settings.account.passwordChanged") });
        await queryClient.invalidateQueries(trpc.accounts.pathFilter());
      },
    }),
  );
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-base font-semibold">
        {text(hasPassword ? "settings.account.passwordChange" : "settings.account.passwordSet")}
      </h2>
      {hasPassword ? null : <p className="text-ui text-ink-soft">{text("settings.account.passwordSetHint")}</p>}
      <form
        className="flex max-w-88 flex-col items-start gap-4 [&>div]:w-full"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate({ newPassword: wanted, ...(hasPassword ? { currentPassword: current } : {}) });
        }}
      >
        {hasPassword ? (
          <TextField
            label={text("settings.account.passwordCurrent")}
            name="current-password"
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
            isRequired
          />
        ) : null}
        <TextField
          label={text("settings.account.passwordNew")}
          name="new-password"
          type="password"
          autoComplete="new-password"
          value={wanted}
          onChange={setWanted}
          hint={text("entry.passwordHint", { count: PASSWORD_LENGTH_MIN })}
          isRequired
        />
        {saving.error ? <InlineError>{describeError(saving.error, text)}</InlineError> : null}
        <Button type="submit" isBusy={saving.isPending} isDisabled={!wanted}>
          {text("common.save")}
        </Button>
      </form>
    </section>
  );
}
