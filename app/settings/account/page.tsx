import type { Metadata } from "next";
import { getText } from "#app/_i18n/get-text.ts";
import { AccountSettings } from "../_components/account-settings.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText())("settings.account.title") };
}

export default function AccountPage() {
  return <AccountSettings />;
}
