import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getText } from "#app/_i18n/get-text.ts";
import { safeReturnPath } from "#app/_lib/safe-return-path.ts";
import { readSignInFailure } from "#app/_lib/sign-in.ts";
import { getActor } from "#app/_server/get-actor.ts";
import { getCaller } from "#app/_server/get-caller.ts";
import { SignInForm } from "../_components/sign-in-form.tsx";

type Query = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText())("entry.signIn") };
}

/** Signing in; `to` says where one wanted to go, `ended` that one was signed in till now, `error` what a provider said. */
export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const to = safeReturnPath(query["to"] ?? pathOf(query["callbackUrl"]));
  if (await getActor()) redirect(to);
  const { mode, isFirstAccount, providers } = await (await getCaller()).accounts.signUpMode();
  if (isFirstAccount) redirect("/sign-up");
  const { error, retryAfterSeconds } = query;
  const told = new URLSearchParams({ error: String(error), retryAfterSeconds: String(retryAfterSeconds ?? "") });
  return (
    <SignInForm
      to={to}
      isEnded={query["ended"] !== undefined}
      providers={providers}
      canSignUp={mode !== "closed"}
      failure={error === undefined ? null : readSignInFailure(told)}
    />
  );
}

/** A provider's round trip carries where to go as a whole address; only its path counts. */
function pathOf(address: string | string[] | undefined): string | undefined {
  const url = typeof address === "string" ? URL.parse(address) : null;
  return url ? url.pathname + url.search : undefined;
}
