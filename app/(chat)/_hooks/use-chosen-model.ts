"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { useConversation, useConversationState } from "../_components/conversation/conversation-context.tsx";
import type { ConversationState } from "../_lib/conversation/conversation-state.ts";
import { currentBranch } from "../_lib/conversation/current-branch.ts";
import { pickModelId } from "../_lib/pick-model-id.ts";
import { useModels } from "./use-models.ts";
import { useSettings } from "./use-settings.ts";

export type ChosenModel = { modelId: string | null; chooseModel: (modelId: string) => void };

/** The model that answers next: chosen here, else used last in this conversation, else the person's default. */
export function useChosenModel(): ChosenModel {
  const conversation = useConversation();
  const models = useModels();
  const settings = useSettings();
  const chosenId = useConversationState((state) => state.chosenModelId);
  const lastId = useConversationState(lastModelId);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const update = useMutation(
    trpc.settings.update.mutationOptions({
      onSuccess: (saved) => queryClient.setQueryData(trpc.settings.get.queryKey(), saved),
    }),
  );
  const { mutate } = update;
  const chooseModel = useCallback(
    (modelId: string): void => {
      conversation.chooseModel(modelId);
      // What is chosen before anything is asked is what the person wants to begin with.
      if (!conversation.isStored) mutate({ defaultModelId: modelId });
    },
    [conversation, mutate],
  );
  const modelId = pickModelId(models, [chosenId, lastId, settings?.defaultModelId]);
  return useMemo(() => ({ modelId, chooseModel }), [modelId, chooseModel]);
}

function lastModelId(state: ConversationState): string | null {
  return currentBranch(state).findLast((message) => message.modelId !== null)?.modelId ?? null;
}
