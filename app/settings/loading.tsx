"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { Skeleton } from "#app/_ui/skeleton.tsx";

/** A page of the settings that is on its way. */
export default function SettingsLoading() {
  const text = useText();
  return <Skeleton lines={6} label={text("common.loading")} />;
}
