"use client";

import type { DeploymentState } from "#contracts/catalogue-document.ts";
import type { DeploymentHealth } from "#contracts/deployment-health.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { SelectField } from "../../_components/select-field.tsx";
import { nameDeployment } from "../_lib/name-deployment.ts";

const STATES: readonly DeploymentState[] = ["on", "draining", "off"];

type StateSelectProps = { health: DeploymentHealth; onChange: (state: DeploymentState) => void };

/** Whether a deployment is in use, and the means to take it out: drained (nothing new, what runs ends) or off. */
export function StateSelect({ health, onChange }: StateSelectProps) {
  const text = useText();
  return (
    <SelectField
      label={text("admin.health.stateOf", { name: nameDeployment(health) })}
      isLabelHidden
      value={health.state}
      options={STATES.map((value) => ({ value, label: text(`admin.state.${value}`) }))}
      onChange={onChange}
    />
  );
}
