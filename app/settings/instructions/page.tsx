import type { Metadata } from "next";
import { getText } from "#app/_i18n/get-text.ts";
import { InstructionsSettings } from "../_components/instructions-settings.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText())("settings.instructions.title") };
}

export default function InstructionsPage() {
  return <InstructionsSettings />;
}
