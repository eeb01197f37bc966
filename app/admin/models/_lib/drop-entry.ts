import type { CatalogueDocument } from "#contracts/catalogue-document.ts";
import type { EntryKind } from "./catalogue-entry.ts";

/** The document without one entry: what the program itself knows of it holds again. The given document stays as it is. */
export function dropEntry(document: CatalogueDocument, kind: EntryKind, id: string): CatalogueDocument {
  const list: readonly { id: string }[] = document[kind];
  return { ...document, [kind]: list.filter((other) => other.id !== id) };
}
