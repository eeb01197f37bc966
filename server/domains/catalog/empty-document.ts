import type { CatalogueDocument } from "#contracts/catalogue-document.ts";

/** What administrators said before they said anything. */
export const EMPTY_DOCUMENT: CatalogueDocument = { models: [], aliases: [], deployments: [] };
