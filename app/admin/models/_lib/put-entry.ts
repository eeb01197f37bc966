import type { CatalogueDocument } from "#contracts/catalogue-document.ts";
import type { CatalogueEntries, EntryKind } from "./catalogue-entry.ts";

/** The document with an entry in place of the one of the same id, or at the end of its list. The given document stays as it is. */
export function putEntry<Kind extends EntryKind>(
  document: CatalogueDocument,
  kind: Kind,
  entry: CatalogueEntries[Kind],
): CatalogueDocument {
  const list: readonly { id: string }[] = document[kind];
  const isThere = list.some(({ id }) => id === entry.id);
  const changed = isThere ? list.map((other) => (other.id === entry.id ? entry : other)) : [...list, entry];
  return { ...document, [kind]: changed };
}
