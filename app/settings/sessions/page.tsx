import type { Metadata } from "next";
import { getText } from "#app/_i18n/get-text.ts";
import { SessionsSettings } from "../_components/sessions-settings.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText())("settings.sessions.title") };
}

export default function SessionsPage() {
  return <SessionsSettings />;
}
