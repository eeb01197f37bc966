import type { Candidate, RoutePolicy } from "#inference/index.ts";
import type { CatalogueSnapshot } from "./catalogue-snapshot.ts";
import type { FoundCandidates } from "./find-candidates.ts";
import { isUsable } from "./is-usable.ts";
import { openCandidates, type Opening } from "./open-candidates.ts";
import { resolveAlias } from "./resolve-alias.ts";

/** What an alias of this name wants of whoever answers. */
const PREFERENCES: Record<string, RoutePolicy["prefer"]> = { fast: "fast", cheap: "cheap" };

/**
 * The candidates of a model of the catalogue or an alias; null where there is none that is usable. Behind a model come
 * those that may stand in for it, behind an alias's first model also the others it names.
 */
export function findModelCandidates(
  opening: Opening,
  snapshot: CatalogueSnapshot,
  askedId: string,
): FoundCandidates | null {
  const named = snapshot.aliases.has(askedId) ? resolveAlias(snapshot, askedId) : [askedId];
  const [modelId] = named;
  const model = modelId === undefined ? undefined : snapshot.models.get(modelId);
  if (modelId === undefined || !model || !isUsable(snapshot, modelId)) return null;
  const standIns = [...new Set([...model.fallbackModelIds, ...named.slice(1)])];
  const fallbackModelIds = standIns.filter((id) => id !== modelId && isUsable(snapshot, id));
  const deployments = [modelId, ...fallbackModelIds].flatMap((id) => snapshot.deploymentsOf.get(id) ?? []);
  const candidates: Candidate[] = openCandidates(opening, snapshot, deployments);
  const prefer = PREFERENCES[askedId] ?? "balanced";
  return {
    modelId,
    candidates,
    policy: { prefer, fallbackModelIds },
    tokenizer: model.tokenizer,
    toolNames: model.toolNames,
  };
}
