import type { Model } from "#contracts/model.ts";
import type { Text } from "#app/_i18n/create-text.ts";
import { formatPrice } from "#app/_lib/format-price.ts";
import { formatTokens } from "#app/_lib/format-tokens.ts";

/** What a model can do and what it costs, in a few words each. */
export function modelFacts(model: Model, text: Text): string[] {
  const { price, contextTokens } = model;
  if (model.isDemo) return [text("model.demo")];
  const facts: string[] = model.standsFor === null ? [] : [model.standsFor];
  if (contextTokens !== null) facts.push(text("model.context", { tokens: formatTokens(contextTokens, text.language) }));
  if (model.canSeeImages) facts.push(text("model.seesImages"));
  if (model.canReason) facts.push(text("model.reasons"));
  if (model.isLocal) facts.push(text("model.local"));
  else if (price !== null) {
    const input = formatPrice(price.inputPerMillion, text.language);
    const output = formatPrice(price.outputPerMillion, text.language);
    facts.push(text("model.price", { input, output }));
  } else facts.push(text("model.priceUnknown"));
  return facts;
}
