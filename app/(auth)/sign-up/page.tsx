import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getText } from "#app/_i18n/get-text.ts";
import { getActor } from "#app/_server/get-actor.ts";
import { getCaller } from "#app/_server/get-caller.ts";
import { SignUpClosed } from "../_components/sign-up-closed.tsx";
import { SignUpForm } from "../_components/sign-up-form.tsx";

type Query = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText())("entry.signUp") };
}

/** Making an account; `invitation` is the code of an invitation's link. */
export default async function SignUpPage({ searchParams }: { searchParams: Query }) {
  if (await getActor()) redirect("/");
  const { invitation } = await searchParams;
  const code = typeof invitation === "string" ? invitation : "";
  const { mode, isFirstAccount, providers } = await (await getCaller()).accounts.signUpMode();
  if (mode === "closed" && !isFirstAccount) return <SignUpClosed />;
  return (
    <SignUpForm
      isFirstAccount={isFirstAccount}
      needsInvitation={mode !== "open" && !isFirstAccount}
      invitationCode={code}
      providers={providers}
    />
  );
}
