import type { TextKey } from "#app/_i18n/catalogue.ts";

/** What is wrong with what was typed: by the path of the field, as in `prices.0.from`. */
export type Faults = Readonly<Record<string, TextKey>>;

/** What was typed as an entry of the catalogue, or what is wrong with it. */
export type Parsed<Entry> = { entry: Entry; faults: null } | { entry: null; faults: Faults };
