import type { Metadata } from "next";
import { getText } from "#app/_i18n/get-text.ts";
import { AccountSettings } from "./_components/account-settings.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText())("settings.title") };
}

/** The start of the settings: on a narrow screen their list, beside it the account. */
export default function SettingsStartPage() {
  return <AccountSettings />;
}
