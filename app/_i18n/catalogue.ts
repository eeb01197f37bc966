import type { en } from "./en.ts";

/** The name of a visible text: "sidebar.newChat". */
export type TextKey = keyof typeof en;

/** Every visible text in one language. */
export type Catalogue = Record<TextKey, string>;

type PluralBase<Key> = Key extends `${infer Base}.other` ? Base : never;

/** The name of a text that depends on a number; the catalogue has `.one` and `.other` of it. */
export type PluralKey = PluralBase<TextKey>;

/** What stands in for the {names} of a text. */
export type TextValues = Record<string, string | number>;
