import type { CatalogueDocument } from "#contracts/catalogue-document.ts";
import type { EntryKind } from "./catalogue-entry.ts";

/** The fields of one entry in which two documents differ, by name; null where it is the same in both, or in neither. */
export function findTheirs(
  before: CatalogueDocument,
  after: CatalogueDocument,
  { kind, id }: { kind: EntryKind; id: string },
): string[] | null {
  const [old, young] = [find(before, kind, id), find(after, kind, id)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(young)])];
  const changed = names.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(young[name]));
  return changed.length > 0 ? changed : null;
}

function find(document: CatalogueDocument, kind: EntryKind, id: string): Record<string, unknown> {
  const list: readonly { id: string }[] = document[kind];
  return { ...list.find((entry) => entry.id === id) };
}
