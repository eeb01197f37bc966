"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { SettingsPage } from "./settings-page.tsx";

/** A page that exists, but not for this person. */
export function NoPermission() {
  const text = useText();
  return (
    <SettingsPage title={text("settings.noPermissionTitle")} body={text("settings.noPermissionBody")}>
      <div>
        <LinkButton href="/settings">{text("common.back")}</LinkButton>
      </div>
    </SettingsPage>
  );
}
