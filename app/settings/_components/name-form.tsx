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

const NAME_LENGTH_MAX = 100;

/** Changes the person's name. */
export function NameForm({ name }: { name: string }) {
  const text = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [wanted, setWanted] = useState(name);
  const saving = useMutation(
    trpc.accounts.updateProfile.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.accounts.me.queryFilter());
        showToast({ text: text("common.saved") });
      },
    }),
  );
  return (
    <form
      className="flex flex-col items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate({ name: wanted });
      }}
    >
      <div className="w-full max-w-88">
        <TextField
          label={text("settings.account.name")}
          name="name"
          autoComplete="name"
          value={wanted}
          onChange={setWanted}
          maxLength={NAME_LENGTH_MAX}
          hint={text("settings.account.nameHint")}
        />
      </div>
      {saving.error ? <InlineError>{describeError(saving.error, text)}</InlineError> : null}
      <Button type="submit" isBusy={saving.isPending} isDisabled={wanted === name}>
        {text("common.save")}
      </Button>
    </form>
  );
}
