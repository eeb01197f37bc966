import type { Model } from "#contracts/model.ts";
import type { Text } from "#app/_i18n/create-text.ts";

/** What the aliases are called that the program brings along. */
const BROUGHT: ReadonlyMap<string, "fast" | "best" | "cheap"> = new Map([
  ["fast Fast", "fast"],
  ["best Best", "best"],
  ["cheap Cheap", "cheap"],
]);

/** The models with the program's own aliases in the person's language; what an administrator named is called as it was named. */
export function nameAliases(models: readonly Model[], text: Text): Model[] {
  return models.map((model) => {
    const alias = model.standsFor === null ? undefined : BROUGHT.get(`${model.id} ${model.label}`);
    return alias === undefined ? model : { ...model, label: text(`model.alias.${alias}`) };
  });
}
