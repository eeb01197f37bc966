import type { Metadata } from "next";
import { getText } from "#app/_i18n/get-text.ts";
import { ConnectionsSettings } from "../_components/connections-settings.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText())("connections.title") };
}

export default function ConnectionsPage() {
  return <ConnectionsSettings />;
}
