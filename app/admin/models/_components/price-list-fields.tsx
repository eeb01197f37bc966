"use client";

import { X } from "lucide-react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { Button } from "#app/_ui/button.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { TextField } from "#app/_ui/text-field.tsx";
import { EMPTY_TIER, type PriceDraft } from "../_lib/price-draft.ts";
import { PriceTierFields } from "./price-tier-fields.tsx";

type PriceListFieldsProps = {
  prices: readonly PriceDraft[];
  onChange: (prices: PriceDraft[]) => void;
  faultOf: (path: string) => string | null;
};

/** Prices over time, each from a day on. None: the price is unknown, and said to be. */
export function PriceListFields({ prices, onChange, faultOf }: PriceListFieldsProps) {
  const text = useText();
  const replace = (index: number, price: PriceDraft) => onChange(prices.map((one, at) => (at === index ? price : one)));
  const fault = faultOf("prices");
  // What comes next begins as a copy of what holds until then.
  const next = prices.at(-1)?.tiers ?? [EMPTY_TIER];
  return (
    <div className="flex flex-col items-start gap-4">
      {prices.length === 0 ? <p className="text-ui text-warning">{text("admin.models.priceUnknown")}</p> : null}
      {prices.map((price, index) => (
        // Prices have no other name than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="flex w-full flex-col gap-4 rounded-md border border-line px-4 py-3.5">
          <div className="flex items-start justify-between gap-4">
            <div className="w-40">
              <TextField
                label={text("admin.models.priceFrom")}
                value={price.from}
                onChange={(from) => replace(index, { ...price, from })}
                placeholder="2026-01-31"
                error={faultOf(`prices.${index}.from`)}
                autoComplete="off"
              />
            </div>
            <IconButton
              label={text("admin.models.removePrice")}
              onClick={() => onChange(prices.filter((_, at) => at !== index))}
            >
              <X size={16} />
            </IconButton>
          </div>
          <PriceTierFields
            tiers={price.tiers}
            path={`prices.${index}.tiers`}
            onChange={(tiers) => replace(index, { ...price, tiers })}
            faultOf={faultOf}
          />
        </div>
      ))}
      {fault === null ? null : <p className="text-sm text-danger">{fault}</p>}
      <Button onClick={() => onChange([...prices, { from: "", tiers: next.map((tier) => ({ ...tier })) }])}>
        {text(prices.length === 0 ? "admin.models.addPrice" : "admin.models.addLaterPrice")}
      </Button>
    </div>
  );
}
