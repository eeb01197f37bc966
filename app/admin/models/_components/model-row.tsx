"use client";

import type { CatalogueView } from "#contracts/catalogue.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { formatTokens } from "#app/_lib/format-tokens.ts";
import { EntryName } from "./entry-name.tsx";
import { ModelPrice } from "./model-price.tsx";

type ModelRowProps = { model: CatalogueView["models"][number]; view: CatalogueView; onEdit: () => void };

const ABILITIES = ["canSeeImages", "canReason", "canCallTools", "canStructure"] as const;

/** One model in a line: what it can do, how much it takes, what it costs and who serves it. */
export function ModelRow({ model, view, onEdit }: ModelRowProps) {
  const text = useText();
  const { label, id, maker, contextTokens, outputTokensMax, origin, isAvailable } = model;
  const abilities = ABILITIES.filter((ability) => model[ability]).map((ability) =>
    text(`admin.models.short.${ability}`),
  );
  const tokens = (count: number | null) =>
    count === null ? text("admin.models.unknown") : formatTokens(count, text.language);
  const deployments = view.deployments.filter(({ modelId }) => modelId === id).length;
  return (
    <li className="grid grid-cols-2 items-start gap-x-6 gap-y-2 py-3 text-sm @3xl:grid-cols-[minmax(0,1.3fr)_minmax(0,1.2fr)_minmax(0,0.8fr)_minmax(0,1.1fr)]">
      <div className="col-span-2 @3xl:col-span-1">
        <EntryName
          name={label}
          detail={
            <>
              {maker} · <span className="font-mono text-xs">{id}</span>
              {origin === "document" ? (
                <span className="text-ink-faint"> · {text("admin.models.changedHere")}</span>
              ) : null}
            </>
          }
          editLabel={text("admin.models.edit", { name: label })}
          onEdit={onEdit}
        />
      </div>
      <div className="col-span-2 @3xl:col-span-1 @3xl:py-1">
        <p className="text-ink-soft">{abilities.length > 0 ? abilities.join(" · ") : text("admin.models.textOnly")}</p>
        <p className="text-ink-faint">
          {isAvailable ? text.plural("admin.models.deploymentCount", deployments) : text("admin.models.notAvailable")}
        </p>
      </div>
      <p className="text-ink-soft tabular-nums @3xl:py-1">
        {text("admin.models.tokensIn", { tokens: tokens(contextTokens) })}
        <br />
        {text("admin.models.tokensOut", { tokens: tokens(outputTokensMax) })}
      </p>
      <div className="tabular-nums @3xl:py-1">
        <ModelPrice prices={model.prices} source={model.source} />
      </div>
    </li>
  );
}
