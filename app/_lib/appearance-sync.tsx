"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { applyAppearance } from "./apply-appearance.ts";
import { useTRPC } from "./trpc-client.ts";

/** Brings a browser that has not seen this person yet, or saw them choose elsewhere, to the look that they chose. */
export function AppearanceSync() {
  const trpc = useTRPC();
  const router = useRouter();
  const { data: settings } = useQuery(trpc.settings.get.queryOptions());
  const theme = settings?.theme;
  const language = settings?.language;
  useEffect(() => {
    if (theme !== undefined && language !== undefined && applyAppearance({ theme, language })) router.refresh();
  }, [theme, language, router]);
  return null;
}
