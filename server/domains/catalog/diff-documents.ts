import type { CatalogueDifference } from "#contracts/catalogue.ts";
import type { CatalogueDocument } from "#contracts/catalogue-document.ts";

type Entry = { id: string };
type Kind = CatalogueDifference["kind"];

/** Longer values are cut: whoever reads differences wants to know what changed, not to copy it. */
const VALUE_LENGTH_MAX = 500;

/** What differs between two documents, by entry and field: added, removed and changed ones, in the order of the documents. */
export function diffDocuments(before: CatalogueDocument, after: CatalogueDocument): CatalogueDifference[] {
  return [
    ...diffLists("model", before.models, after.models),
    ...diffLists("alias", before.aliases, after.aliases),
    ...diffLists("deployment", before.deployments, after.deployments),
  ];
}

function diffLists(kind: Kind, before: readonly Entry[], after: readonly Entry[]): CatalogueDifference[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...before.filter(({ id }) => !kept.has(id)).map((entry) => describe(kind, entry, null)),
    ...after.map((entry) => describe(kind, old.get(entry.id) ?? null, entry)),
  ].flatMap((difference) => difference ?? []);
}

function describe(kind: Kind, before: Entry | null, after: Entry | null): CatalogueDifference | null {
  const entry = after ?? before;
  if (!entry) return null;
  const fields = diffFields(before ?? {}, after ?? {});
  if (fields.length === 0) return null;
  const change = before === null ? "added" : after === null ? "removed" : "changed";
  return { kind, id: entry.id, label: labelOf(entry), change, fields };
}

function diffFields(before: object, after: object): CatalogueDifference["fields"] {
  const [old, young] = [toTexts(before), toTexts(after)];
  return [...new Set([...old.keys(), ...young.keys()])]
    .filter((name) => name !== "id" && old.get(name) !== young.get(name))
    .map((name) => ({ name, before: cut(old.get(name)), after: cut(young.get(name)) }));
}

function toTexts(entry: object): Map<string, string> {
  return new Map(Object.entries(entry).map(([name, value]) => [name, toText(value)]));
}

/** The database keeps the fields of an object in an order of its own, which is no difference. */
function toText(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function cut(text: string | undefined): string | null {
  if (text === undefined) return null;
  return text.length > VALUE_LENGTH_MAX ? `${text.slice(0, VALUE_LENGTH_MAX)}…` : text;
}

function labelOf(entry: Entry): string {
  const { label, modelName } = entry as { label?: unknown; modelName?: unknown };
  return typeof label === "string" ? label : typeof modelName === "string" ? modelName : entry.id;
}
