"use client";

import { deploymentStateSchema, type DeploymentState } from "#contracts/catalogue-document.ts";
import type { CatalogueView } from "#contracts/catalogue.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { SelectField } from "../../_components/select-field.tsx";
import { formatShare } from "../../_lib/format-share.ts";
import { shareOf } from "../_lib/share-of.ts";
import { EntryName } from "./entry-name.tsx";
import { ModelPrice } from "./model-price.tsx";

type DeploymentRowProps = {
  deployment: CatalogueView["deployments"][number];
  modelLabel: string;
  /** Its own, or that of its connection. */
  region: string | null;
  all: CatalogueView["deployments"];
  onEdit: () => void;
  onState: (state: DeploymentState) => void;
};

/** One deployment in a line: where it is, in which turn and how often it is asked, and its switch. */
export function DeploymentRow({ deployment, modelLabel, region, all, onEdit, onState }: DeploymentRowProps) {
  const text = useText();
  const { connectionLabel, modelName, weight, priority, prices, state, origin } = deployment;
  const share = shareOf(deployment, all);
  const name = `${modelLabel} · ${connectionLabel}`;
  const turn =
    share > 0
      ? text("admin.models.share", { share: formatShare(share, text.language) })
      : text(state === "on" ? "admin.models.noShare" : "admin.models.unused");
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-6 gap-y-1.5 py-3 text-sm @3xl:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)_auto]">
      <EntryName
        name={modelLabel}
        detail={
          <>
            {[connectionLabel, region].filter(Boolean).join(" · ")} ·{" "}
            <span className="font-mono text-xs">{modelName}</span>
            {origin === "document" ? (
              <span className="text-ink-faint"> · {text("admin.models.changedHere")}</span>
            ) : null}
          </>
        }
        editLabel={text("admin.models.edit", { name })}
        onEdit={onEdit}
      />
      <p className="order-last col-span-2 text-ink-soft tabular-nums @3xl:order-none @3xl:col-span-1 @3xl:py-1">
        <span className="text-ink">{turn}</span>
        <br />
        {text("admin.models.turn", { priority, weight })}
      </p>
      <div className="order-last col-span-2 tabular-nums @3xl:order-none @3xl:col-span-1 @3xl:py-1">
        {prices === null ? (
          <p className="text-ink-soft">{text("admin.models.priceOfModel")}</p>
        ) : (
          <ModelPrice prices={prices} source={null} />
        )}
      </div>
      <SelectField
        label={text("admin.health.stateOf", { name })}
        isLabelHidden
        value={state}
        options={deploymentStateSchema.options.map((value) => ({ value, label: text(`admin.state.${value}`) }))}
        onChange={onState}
      />
    </li>
  );
}
