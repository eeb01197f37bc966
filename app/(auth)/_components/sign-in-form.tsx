"use client";

import { useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { signInWithPassword, type SignInFailure } from "#app/_lib/sign-in.ts";
import { Button } from "#app/_ui/button.tsx";
import { InlineError } from "#app/_ui/inline-error.tsx";
import { TextField } from "#app/_ui/text-field.tsx";
import { describeSignInFailure } from "./describe-sign-in-failure.ts";
import { EntryHead } from "./entry-head.tsx";
import { OtherWay } from "./other-way.tsx";
import { PasswordField } from "./password-field.tsx";
import { ProviderButtons } from "./provider-buttons.tsx";

type SignInFormProps = {
  to: string;
  /** The session before ended without the person's doing. */
  isEnded: boolean;
  providers: readonly { id: string; label: string }[];
  canSignUp: boolean;
  failure: SignInFailure | null;
};

/** Email and password, and the providers that are configured. What was typed stays after a failure. */
export function SignInForm({ to, isEnded, providers, canSignUp, failure }: SignInFormProps) {
  const text = useText();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState(failure ? describeSignInFailure(failure, text) : null);

  const submit = async () => {
    setIsBusy(true);
    setFault(null);
    const refused = await signInWithPassword(email, password).catch(() => "unreachable" as const);
    // A full load: nothing that the page before knew may outlive a change of account.
    if (refused === null) return location.assign(to);
    setFault(refused === "unreachable" ? text("error.network") : describeSignInFailure(refused, text));
    setIsBusy(false);
  };

  return (
    <>
      <EntryHead title={text("entry.signInTitle")}>{isEnded ? text("entry.sessionEnded") : null}</EntryHead>
      <ProviderButtons providers={providers} to={to} />
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label={text("entry.email")}
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          isRequired
        />
        <PasswordField purpose="current-password" value={password} onChange={setPassword} />
        {fault ? <InlineError>{fault}</InlineError> : null}
        <Button type="submit" tone="primary" isWide isBusy={isBusy}>
          {text("entry.signIn")}
        </Button>
      </form>
      {canSignUp ? <OtherWay question={text("entry.newHere")} href="/sign-up" label={text("entry.signUp")} /> : null}
    </>
  );
}
