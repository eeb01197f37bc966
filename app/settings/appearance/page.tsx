import type { Metadata } from "next";
import { getText } from "#app/_i18n/get-text.ts";
import { AppearanceSettings } from "../_components/appearance-settings.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText())("settings.appearance.title") };
}

export default function AppearancePage() {
  return <AppearanceSettings />;
}
