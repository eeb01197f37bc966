"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeError } from "#app/_lib/describe-error.ts";
import { signInWithPassword } from "#app/_lib/sign-in.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { Button } from "#app/_ui/button.tsx";
import { InlineError } from "#app/_ui/inline-error.tsx";
import { TextField } from "#app/_ui/text-field.tsx";
import { EntryHead } from "./entry-head.tsx";
import { OtherWay } from "./other-way.tsx";
import { PasswordField } from "./password-field.tsx";
import { ProviderButtons } from "./provider-buttons.tsx";

const PASSWORD_LENGTH_MIN = 8;

type SignUpFormProps = {
  isFirstAccount: boolean;
  needsInvitation: boolean;
  invitationCode: string;
  providers: readonly { id: string; label: string }[];
};

/** Makes an account and signs in with it. The first one is told that it becomes the administrator. */
export function SignUpForm({ isFirstAccount, needsInvitation, invitationCode, providers }: SignUpFormProps) {
  const text = useText();
  const trpc = useTRPC();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState(invitationCode);
  const signUp = useMutation(
    trpc.accounts.signUp.mutationOptions({
      onSuccess: async () => {
        await signInWithPassword(email, password);
        location.assign("/");
      },
    }),
  );
  const asksForCode = needsInvitation && !invitationCode;
  return (
    <>
      <EntryHead title={text("entry.signUpTitle")}>{headSentence()}</EntryHead>
      <ProviderButtons providers={providers} to="/" invitationCode={code} />
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          signUp.mutate({ email, password, ...(code ? { invitationCode: code } : {}) });
        }}
      >
        {asksForCode ? (
          <TextField label={text("entry.invitation")} value={code} onChange={setCode} autoComplete="off" isRequired />
        ) : null}
        <TextField
          label={text("entry.email")}
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          isRequired
        />
        <PasswordField
          purpose="new-password"
          value={password}
          onChange={setPassword}
          hint={text("entry.passwordHint", { count: PASSWORD_LENGTH_MIN })}
        />
        {signUp.error ? <InlineError>{describeError(signUp.error, text)}</InlineError> : null}
        <Button type="submit" tone="primary" isWide isBusy={signUp.isPending || signUp.isSuccess}>
          {text("entry.signUp")}
        </Button>
      </form>
      {isFirstAccount ? null : (
        <OtherWay question={text("entry.haveAccount")} href="/sign-in" label={text("entry.signIn")} />
      )}
    </>
  );

  function headSentence(): string | null {
    if (isFirstAccount) return text("entry.firstAccount");
    if (invitationCode) return text("entry.invitationTaken");
    return needsInvitation ? text("entry.invitationBody") : null;
  }
}
