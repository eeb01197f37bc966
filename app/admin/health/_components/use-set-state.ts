"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DeploymentState } from "#contracts/catalogue-document.ts";
import type { DeploymentHealth } from "#contracts/deployment-health.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { describeError } from "#app/_lib/describe-error.ts";
import { useTRPC } from "#app/_lib/trpc-client.ts";
import { showToast } from "#app/_ui/show-toast.ts";
import { nameDeployment } from "../_lib/name-deployment.ts";

/** As long as what was chosen is shown though the server still tells the old: longer than a change needs to reach every process. */
const HELD_MS = 4_000;

type Chosen = { state: DeploymentState; until: number };

/**
 * Takes deployments out of use and back, at once here and undoable. `withChoices` shows what was chosen until the server
 * tells it too, so that the switch does not jump back in between.
 */
export function useSetState() {
  const text = useText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Chosen>>(new Map());
  const setting = useMutation(trpc.catalogue.setDeploymentState.mutationOptions());
  const hold = (id: string, choice: Chosen | null) =>
    setChosen((before) => {
      const after = new Map(before);
      if (choice) after.set(id, choice);
      else after.delete(id);
      return after;
    });

  function change(health: DeploymentHealth, state: DeploymentState): void {
    const { id } = health;
    const set = (wanted: DeploymentState, isUndo: boolean) => {
      hold(id, { state: wanted, until: Date.now() + HELD_MS });
      setting.mutate(
        { deploymentId: id, state: wanted },
        {
          onSuccess: () => {
            if (!isUndo) sayUndoable();
            void queryClient.invalidateQueries(trpc.pathFilter());
          },
          onError: (error) => {
            hold(id, null);
            showToast({ text: describeError(error, text), tone: "danger" });
          },
        },
      );
    };
    const sayUndoable = () =>
      showToast({
        text: text(`admin.health.changed.${state}`, { name: nameDeployment(health) }),
        action: { label: text("common.undo"), onSelect: () => set(health.state, true) },
      });
    set(state, false);
  }

  function withChoices(health: DeploymentHealth): DeploymentHealth {
    const choice = chosen.get(health.id);
    return choice && choice.until > Date.now() ? { ...health, state: choice.state } : health;
  }

  return { change, withChoices };
}
