"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { TextField } from "#app/_ui/text-field.tsx";
import { EMPTY_TIER, PRICE_KINDS, type PriceKind, type TierDraft } from "../_lib/price-draft.ts";

type PriceTierFieldsProps = {
  tiers: readonly TierDraft[];
  /** Where they stand in the draft, as faults name it. */
  path: string;
  onChange: (tiers: TierDraft[]) => void;
  faultOf: (path: string) => string | null;
};

const USUAL = 3;
const LINK = "min-h-8 rounded-sm text-sm text-accent underline underline-offset-2 coarse:min-h-11";

/** What each kind of token costs, and again for longer requests where they cost more. */
export function PriceTierFields({ tiers, path, onChange, faultOf }: PriceTierFieldsProps) {
  const text = useText();
  const hasRare = tiers.some((tier) => PRICE_KINDS.slice(USUAL).some((kind) => tier[kind] !== ""));
  const [isWhole, setIsWhole] = useState(hasRare);
  const replace = (index: number, part: Partial<TierDraft>) =>
    onChange(tiers.map((tier, at) => (at === index ? { ...tier, ...part } : tier)));
  const fault = faultOf(path);
  return (
    <>
      {tiers.map((tier, index) => (
        // Tiers have no other name than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="flex flex-col gap-3">
          {index === 0 ? null : (
            <div className="flex items-start justify-between gap-4 border-t border-line pt-3">
              <div className="w-40">
                <TextField
                  label={text("admin.models.above")}
                  value={tier.aboveInputTokens}
                  onChange={(aboveInputTokens) => replace(index, { aboveInputTokens })}
                  placeholder="200k"
                  error={faultOf(`${path}.${index}.aboveInputTokens`)}
                  autoComplete="off"
                />
              </div>
              <IconButton
                label={text("admin.models.removeTier")}
                onClick={() => onChange(tiers.filter((_, at) => at !== index))}
              >
                <X size={16} />
              </IconButton>
            </div>
          )}
          <TierPrices
            tier={tier}
            kinds={PRICE_KINDS.slice(0, isWhole ? undefined : USUAL)}
            onChange={(part) => replace(index, part)}
            faultOf={(kind) => faultOf(`${path}.${index}.${kind}`)}
          />
        </div>
      ))}
      {fault === null ? null : <p className="text-sm text-danger">{fault}</p>}
      <div className="flex flex-wrap gap-x-5">
        {isWhole ? null : (
          <button type="button" className={LINK} onClick={() => setIsWhole(true)}>
            {text("admin.models.moreKinds")}
          </button>
        )}
        <button
          type="button"
          className={LINK}
          onClick={() => onChange([...tiers, { ...(tiers.at(-1) ?? EMPTY_TIER), aboveInputTokens: "" }])}
        >
          {text("admin.models.addTier")}
        </button>
      </div>
    </>
  );
}

type TierPricesProps = {
  tier: TierDraft;
  kinds: readonly PriceKind[];
  onChange: (part: Partial<TierDraft>) => void;
  faultOf: (kind: PriceKind) => string | null;
};

function TierPrices({ tier, kinds, onChange, faultOf }: TierPricesProps) {
  const text = useText();
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      {kinds.map((kind) => (
        <TextField
          key={kind}
          label={text(`admin.models.price.${kind}`)}
          value={tier[kind]}
          onChange={(value) => onChange({ [kind]: value })}
          placeholder={kind === "inputPico" || kind === "outputPico" ? "" : "–"}
          error={faultOf(kind)}
          autoComplete="off"
        />
      ))}
    </div>
  );
}
