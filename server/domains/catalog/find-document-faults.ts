import type { Alias, CatalogueDocument } from "#contracts/catalogue-document.ts";

/** What a document may refer to beyond itself. */
type Surroundings = {
  seedModelIds: readonly string[];
  seedAliases: readonly Alias[];
  connectionIds: ReadonlySet<string>;
};

/** What does not fit together in a document, one sentence each for who wrote it. Empty: nothing. */
export function findDocumentFaults(document: CatalogueDocument, around: Surroundings): string[] {
  const modelIds = new Set([...around.seedModelIds, ...document.models.map(({ id }) => id)]);
  const aliases = new Map([...around.seedAliases, ...document.aliases].map((alias) => [alias.id, alias]));
  return [
    ...findDoubles(document),
    ...[...aliases.keys()].filter((id) => modelIds.has(id)).map((id) => `"${id}" is a model and an alias at once.`),
    ...findDangling(document, { modelIds, aliasIds: new Set(aliases.keys()), connectionIds: around.connectionIds }),
    ...findCycles(aliases),
  ];
}

function findDoubles({ models, aliases, deployments }: CatalogueDocument): string[] {
  const places = deployments.map(({ connectionId, modelName }) => `${modelName} at ${connectionId}`);
  return [
    ...doubled(models.map(({ id }) => id)).map((id) => `The model "${id}" is there twice.`),
    ...doubled(aliases.map(({ id }) => id)).map((id) => `The alias "${id}" is there twice.`),
    ...doubled(deployments.map(({ id }) => id)).map((id) => `The deployment ${id} is there twice.`),
    ...doubled(places).map((place) => `There are two deployments of ${place}.`),
  ];
}

type Known = { modelIds: ReadonlySet<string>; aliasIds: ReadonlySet<string>; connectionIds: ReadonlySet<string> };

function findDangling(document: CatalogueDocument, { modelIds, aliasIds, connectionIds }: Known): string[] {
  const isThere = (id: string): boolean => modelIds.has(id) || aliasIds.has(id);
  return [
    ...document.models.flatMap(({ id, fallbackModelIds }) =>
      fallbackModelIds
        .filter((other) => !modelIds.has(other) || other === id)
        .map(
          (other) => `The model "${id}" falls back on "${other}", which is ${other === id ? "itself" : "no model"}.`,
        ),
    ),
    ...document.aliases.flatMap((alias) =>
      alias.modelIds
        .filter((id) => !isThere(id))
        .map((id) => `The alias "${alias.id}" stands for "${id}", which is neither a model nor an alias.`),
    ),
    ...document.deployments
      .filter(({ modelId }) => !modelIds.has(modelId))
      .map(({ modelName, modelId }) => `The deployment ${modelName} is one of "${modelId}", which is no model.`),
    ...document.deployments
      .filter(({ connectionId }) => !connectionIds.has(connectionId))
      .map(({ modelName }) => `The deployment ${modelName} goes over a connection that is not here any more.`),
  ];
}

function findCycles(aliases: ReadonlyMap<string, Alias>): string[] {
  const reaches = (from: string, wanted: string, seen: Set<string>): boolean =>
    (aliases.get(from)?.modelIds ?? []).some((id) => {
      if (id === wanted) return true;
      if (seen.has(id)) return false;
      seen.add(id);
      return reaches(id, wanted, seen);
    });
  return [...aliases.keys()]
    .filter((id) => reaches(id, id, new Set()))
    .map((id) => `The alias "${id}" stands for itself in the end.`);
}

function doubled(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}
