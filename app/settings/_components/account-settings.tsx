"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useText } from "#app/_i18n/text-provider.tsx";
import { leave } from "#app/_lib/leave.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { Button } from "#app/_ui/button.tsx";
import { NameForm } from "./name-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SettingsPage } from "./settings-page.tsx";

/** Who one is here: name, address, role, password, and the way out. */
export function AccountSettings() {
  const text = useText();
  const trpc = useTRPC();
  const { data: me } = useSuspenseQuery(trpc.accounts.me.queryOptions());
  return (
    <SettingsPage title={text("settings.account.title")}>
      <section className="flex flex-col gap-6">
        <dl className="grid grid-cols-[auto_1fr] gap-x-8 gap-y-2 text-ui">
          <dt className="text-ink-soft">{text("settings.account.emailLabel")}</dt>
          <dd className="min-w-0">{me.email}</dd>
          <dt className="text-ink-soft">{text("settings.account.roleLabel")}</dt>
          <dd>{text(me.role === "admin" ? "settings.account.roleAdmin" : "settings.account.roleUser")}</dd>
        </dl>
        <NameForm name={me.name ?? ""} />
      </section>
      <PasswordForm hasPassword={me.hasPassword} />
      <section className="flex flex-wrap items-center justify-between gap-4">
        <p className="text-ui text-ink-soft">{text("settings.account.signOutHint")}</p>
        <Button onClick={() => void leave()}>{text("sidebar.signOut")}</Button>
      </section>
    </SettingsPage>
  );
}
