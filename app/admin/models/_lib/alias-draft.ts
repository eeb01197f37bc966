import { aliasSchema, type Alias } from "#contracts/catalogue-document.ts";
import type { CatalogueView } from "#contracts/catalogue.ts";
import type { Faults, Parsed } from "./faults.ts";
import { parseEntry } from "./parse-entry.ts";
import { readList } from "./read-list.ts";

/** An alias as it is typed: what it stands for, one a line. */
export type AliasDraft = { id: string; label: string; modelIds: string };

/** An alias as it can be typed over; null: a new one. */
export function toAliasDraft(alias: Alias | null): AliasDraft {
  return alias ? { ...alias, modelIds: alias.modelIds.join("\n") } : { id: "", label: "", modelIds: "" };
}

/** What was typed as an alias, or what is wrong with it. `isNew`: its name must not be taken. */
export function parseAliasDraft(draft: AliasDraft, view: CatalogueView, isNew: boolean): Parsed<Alias> {
  const modelIds = readList(draft.modelIds);
  const known = new Set([...view.models, ...view.aliases].map(({ id }) => id));
  const isKnown = modelIds.every((id) => known.has(id) && id !== draft.id);
  const further: Faults = {
    ...(isNew && known.has(draft.id) ? { id: "admin.fault.taken" } : {}),
    ...(isKnown ? {} : { modelIds: "admin.fault.unknownModel" }),
  };
  return parseEntry(aliasSchema.strip(), { ...draft, modelIds }, further);
}
