import type { Language } from "#contracts/settings.ts";
import type { Catalogue, PluralKey, TextKey, TextValues } from "./catalogue.ts";

/** Gives visible texts in the person's language. */
export type Text = {
  (key: TextKey, values?: TextValues): string;
  /** The text for a number, which it names {count}: "1 message", "2 messages". */
  plural: (key: PluralKey, count: number, values?: TextValues) => string;
  language: Language;
};

/**
 * A text function over one language's catalogue, or over what a page needs of it. A {name} without a value stays as it is,
 * and a key without a text stands for itself, so that the gap is seen.
 */
export function createText(language: Language, catalogue: Partial<Catalogue>): Text {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const format = (value: string | number) => (typeof value === "number" ? numbers.format(value) : value);
  const fill = (key: TextKey, values: TextValues = {}) =>
    (catalogue[key] ?? key).replace(/\{(\w+)\}/g, (gap, name: string) =>
      name in values ? format(values[name] ?? "") : gap,
    );
  const plural: Text["plural"] = (key, count, values) =>
    fill(`${key}.${rules.select(count) === "one" ? "one" : "other"}`, { ...values, count });
  return Object.assign(fill, { plural, language });
}
