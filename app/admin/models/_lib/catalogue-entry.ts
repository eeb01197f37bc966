import type { Alias, CatalogueModel, Deployment } from "#contracts/catalogue-document.ts";

/** The lists of the catalogue's document, with what each holds. */
export type CatalogueEntries = { models: CatalogueModel; aliases: Alias; deployments: Deployment };
export type EntryKind = keyof CatalogueEntries;
