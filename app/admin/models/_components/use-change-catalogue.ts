"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CatalogueDocument, DeploymentState } from "#contracts/catalogue-document.ts";
import type { CatalogueView } from "#contracts/catalogue.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeError } from "#app/_lib/describe-error.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { showToast } from "#app/_ui/show-toast.ts";

export type CatalogueChange = { baseRevision: number; summary: string; document: CatalogueDocument };

/**
 * Changes the catalogue. Each change is at once what the page shows, is said with a way to undo it, and the lists of models
 * follow. `save` rejects where the server refuses; the others say so themselves.
 */
export function useChangeCatalogue() {
  const text = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const saving = useMutation(trpc.catalogue.save.mutationOptions());
  const undoing = useMutation(trpc.catalogue.undo.mutationOptions());
  const switching = useMutation(trpc.catalogue.setDeploymentState.mutationOptions());

  function show(view: CatalogueView): void {
    queryClient.setQueryData(trpc.catalogue.get.queryKey(), view);
    void queryClient.invalidateQueries(trpc.catalogue.revisions.pathFilter());
    void queryClient.invalidateQueries(trpc.models.pathFilter());
    void queryClient.invalidateQueries(trpc.health.pathFilter());
  }

  const complain = (error: unknown) => {
    showToast({ text: describeError(error, text), tone: "danger" });
    void queryClient.invalidateQueries(trpc.catalogue.pathFilter());
  };

  /** Nothing is said where nothing was changed: the revision is still the same. */
  function tell(view: CatalogueView, before: number, words: string): void {
    show(view);
    if (view.revision === before) return;
    const undo = () => void goBack({ baseRevision: view.revision, revision: before }).catch(complain);
    showToast({ text: words, action: { label: text("common.undo"), onSelect: undo } });
  }

  async function goBack(change: { baseRevision: number; revision: number }): Promise<void> {
    tell(await undoing.mutateAsync(change), change.baseRevision, text("admin.models.undone"));
  }

  return {
    isBusy: saving.isPending || undoing.isPending,
    save: async (change: CatalogueChange) =>
      tell(await saving.mutateAsync(change), change.baseRevision, change.summary),
    undo: (change: { baseRevision: number; revision: number }) => void goBack(change).catch(complain),
    setState: (view: CatalogueView, deploymentId: string, state: DeploymentState) =>
      void switching
        .mutateAsync({ deploymentId, state })
        .then((after) => tell(after, view.revision, text(`admin.models.switched.${state}`)), complain),
  };
}
