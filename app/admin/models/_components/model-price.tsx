"use client";

import type { CatalogueModel } from "#contracts/catalogue-document.ts";
import type { Price } from "#contracts/price.ts";
import { useText } from "#app/_i18n/text-provider.tsx";
import { formatPrice } from "#app/_lib/format-price.ts";
import { useNow } from "#app/_lib/use-now.ts";
import { findPrice } from "../_lib/find-price.ts";

const MILLION = 1_000_000;

/** What a million tokens cost today, what they will cost, and from where that is known; a missing price is said to be missing. */
export function ModelPrice({ prices, source }: Pick<CatalogueModel, "prices" | "source">) {
  const text = useText();
  const today = useNow().toISOString().slice(0, 10);
  const { now, next } = findPrice(prices, today);
  const day = (iso: string) =>
    new Date(`${iso}T00:00:00Z`).toLocaleDateString(text.language, { dateStyle: "medium", timeZone: "UTC" });
  const say = (price: Price) => {
    const [tier] = price.tiers;
    if (!tier) return text("admin.models.priceUnknown");
    const [input, output] = [tier.inputPico, tier.outputPico].map((pico) => formatPrice(pico / MILLION, text.language));
    return text("admin.models.priceOf", { input: input ?? "", output: output ?? "" });
  };
  return (
    <>
      {now ? (
        <p className="text-ink">
          {say(now)}
          {now.tiers.length > 1 ? <span className="text-ink-faint"> · {text("admin.models.longerMore")}</span> : null}
        </p>
      ) : (
        <p className="text-warning">{text("admin.models.priceUnknown")}</p>
      )}
      {next ? (
        <p className="text-ink-soft">{text("admin.models.priceNext", { day: day(next.from), price: say(next) })}</p>
      ) : null}
      {source ? (
        <p className="text-ink-faint">
          <a href={source.url} target="_blank" rel="noreferrer" className="underline underline-offset-2 hover:text-ink">
            {text("admin.models.source")}
          </a>
          {", "}
          {text("admin.models.readAt", { day: day(source.readOn) })}
        </p>
      ) : null}
    </>
  );
}
