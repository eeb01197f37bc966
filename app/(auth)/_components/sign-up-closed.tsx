"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { EntryHead } from "./entry-head.tsx";

/** What somebody sees who comes to make an account where none can be made. */
export function SignUpClosed() {
  const text = useText();
  return (
    <>
      <EntryHead title={text("entry.signUpTitle")}>{text("entry.signUpClosed")}</EntryHead>
      <LinkButton href="/sign-in" isWide>
        {text("entry.signIn")}
      </LinkButton>
    </>
  );
}
