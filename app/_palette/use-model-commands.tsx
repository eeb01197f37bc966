"use client";

import { useQuery } from "@tanstack/react-query";
import { Box } from "lucide-react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { nameAliases } from "#app/_lib/name-aliases.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { useSettings } from "#app/_lib/use-settings.ts";
import { showToast } from "#app/_ui/show-toast.ts";
import type { Command } from "./command.ts";

/** Choosing the model that new chats start with. */
export function useModelCommands(): Command[] {
  const text = useText();
  const trpc = useTRPC();
  const { update } = useSettings();
  const { data: models = [] } = useQuery(trpc.models.list.queryOptions());
  if (models.length < 2) return [];
  return nameAliases(models, text).map(({ id, label, name, connectionLabel, standsFor }) => ({
    id: `model:${id}`,
    label: `${label} · ${standsFor ?? connectionLabel}`,
    icon: <Box size={16} />,
    keywords: [name],
    run: () => {
      update({ defaultModelId: id });
      showToast({ text: text("palette.modelChosen", { model: label }) });
    },
  }));
}
