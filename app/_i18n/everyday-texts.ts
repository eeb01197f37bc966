import type { Catalogue } from "./catalogue.ts";

/** The texts of the pages that everybody has. Those of administrators' pages, whose keys begin with `admin.`, come with their layout. */
export function everydayTexts(catalogue: Catalogue): Partial<Catalogue> {
  return Object.fromEntries(Object.entries(catalogue).filter(([key]) => !key.startsWith("admin.")));
}
