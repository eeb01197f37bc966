"use client";

import { Languages, Monitor, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import type { Language, Theme } from "#contracts/settings.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useSettings } from "#app/_lib/use-settings.ts";
import type { Command } from "./command.ts";

const THEMES: readonly {
  theme: Theme;
  textKey: "sidebar.themeSystem" | "sidebar.themeLight" | "sidebar.themeDark";
  icon: ReactNode;
}[] = [
  { theme: "system", textKey: "sidebar.themeSystem", icon: <Monitor size={16} /> },
  { theme: "light", textKey: "sidebar.themeLight", icon: <Sun size={16} /> },
  { theme: "dark", textKey: "sidebar.themeDark", icon: <Moon size={16} /> },
];

const LANGUAGES: readonly { language: Language; name: string }[] = [
  { language: "en", name: "English" },
  { language: "de", name: "Deutsch" },
];

/** Light, dark, and the languages. */
export function useAppearanceCommands(): Command[] {
  const text = useText();
  const { update } = useSettings();
  return [
    ...THEMES.map(({ theme, textKey, icon }) => ({
      id: `theme:${theme}`,
      label: text("palette.theme", { theme: text(textKey) }),
      icon,
      run: () => update({ theme }),
    })),
    ...LANGUAGES.map(({ language, name }) => ({
      id: `language:${language}`,
      label: text("palette.language", { language: name }),
      icon: <Languages size={16} />,
      run: () => update({ language }),
    })),
  ];
}
