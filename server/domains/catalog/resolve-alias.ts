import type { CatalogueSnapshot } from "./catalogue-snapshot.ts";
import { isUsable } from "./is-usable.ts";

/**
 * The models behind an alias that can be asked now, in its order, each once; an alias inside it stands for its own.
 * Empty where there is no such alias. An alias that comes to itself again adds nothing.
 */
export function resolveAlias(snapshot: CatalogueSnapshot, aliasId: string): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  collect(aliasId);
  return [...found];

  function collect(id: string): void {
    const alias = snapshot.aliases.get(id);
    if (!alias) {
      if (isUsable(snapshot, id)) found.add(id);
      return;
    }
    if (seen.has(id)) return;
    seen.add(id);
    alias.modelIds.forEach(collect);
  }
}
