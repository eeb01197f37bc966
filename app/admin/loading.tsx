"use client";

import { useText } from "#app/_i18n/text-provider.tsx";
import { Skeleton } from "#app/_ui/skeleton.tsx";

/** A page of administrators that is on its way. */
export default function AdminLoading() {
  const text = useText();
  return <Skeleton lines={6} label={text("common.loading")} />;
}
