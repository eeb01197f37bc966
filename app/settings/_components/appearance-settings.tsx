"use client";

import type { Language } from "#contracts/settings.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { useKeys } from "#app/_lib/use-keys.ts";
import { useSettings } from "#app/_lib/use-settings.ts";
import { ChoiceRow } from "#app/_ui/choice-row.tsx";
import { SettingsPage } from "./settings-page.tsx";

/** Light or dark, the language, and what Enter does. */
export function AppearanceSettings() {
  const text = useText();
  const { settings, update } = useSettings();
  const keys = useKeys();
  return (
    <SettingsPage title={text("settings.appearance.title")}>
      <ChoiceRow
        label={text("settings.appearance.theme")}
        value={settings?.theme ?? "system"}
        options={[
          { value: "system", label: text("sidebar.themeSystem") },
          { value: "light", label: text("sidebar.themeLight") },
          { value: "dark", label: text("sidebar.themeDark") },
        ]}
        onChange={(theme) => update({ theme })}
      />
      <ChoiceRow<Language | "auto">
        label={text("settings.appearance.language")}
        value={settings?.language ?? "auto"}
        options={[
          { value: "auto", label: text("settings.appearance.languageAuto") },
          { value: "en", label: "English" },
          { value: "de", label: "Deutsch" },
        ]}
        onChange={(language) => update({ language: language === "auto" ? null : language })}
      />
      <ChoiceRow
        label={text("settings.appearance.sendKey")}
        value={settings?.sendWithEnter === false ? "breaks" : "sends"}
        options={[
          { value: "sends", label: text("settings.appearance.enterSends") },
          { value: "breaks", label: text("settings.appearance.enterBreaks", { keys: keys.format("Mod Enter") }) },
        ]}
        onChange={(enter) => update({ sendWithEnter: enter === "sends" })}
      />
    </SettingsPage>
  );
}
