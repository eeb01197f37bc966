"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { useSettings } from "#app/_lib/use-settings.ts";
import { Skeleton } from "#app/_ui/skeleton.tsx";
import { InstructionsForm } from "./instructions-form.tsx";
import { SettingsPage } from "./settings-page.tsx";

/** The words that every conversation starts with. */
export function InstructionsSettings() {
  const text = useText();
  const { settings, update, isSaving } = useSettings();
  return (
    <SettingsPage title={text("settings.instructions.title")} body={text("settings.instructions.body")}>
      {settings ? (
        <InstructionsForm
          kept={settings.customInstructions}
          isSaving={isSaving}
          onSave={(customInstructions) => update({ customInstructions })}
        />
      ) : (
        <Skeleton lines={4} label={text("common.loading")} />
      )}
    </SettingsPage>
  );
}
