"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { Settings } from "#contracts/settings.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { showToast } from "#app/_ui/show-toast.ts";
import { applyAppearance } from "./apply-appearance.ts";
import { describeError } from "./describe-error.ts";
import { useTRPC } from "./trpc-client.ts";

/** The person's settings, and how to change them: at once here, then kept; put back and said where that fails. */
export function useSettings() {
  const text = useText();
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const queryKey = trpc.settings.get.queryKey();
  const { data: settings } = useQuery(trpc.settings.get.queryOptions());
  const show = (shown: Settings) => {
    queryClient.setQueryData(queryKey, shown);
    if (applyAppearance(shown)) router.refresh();
  };
  const mutation = useMutation(trpc.settings.update.mutationOptions());
  const update = (change: Partial<Settings>) => {
    const before = queryClient.getQueryData(queryKey);
    if (before) show({ ...before, ...change });
    mutation.mutate(change, {
      onError: (error) => {
        if (before) show(before);
        showToast({ text: describeError(error, text), tone: "danger" });
      },
    });
  };
  return { settings, update, isSaving: mutation.isPending };
}
