import type { Tool, ToolSource } from "#server/ports/tool-source.ts";

/** What a model may call, by name: `allowedNames` null allows all that there is. Of two with one name, the first source's is meant. */
export function findTools(
  sources: readonly ToolSource[],
  allowedNames: readonly string[] | null,
): ReadonlyMap<string, Tool> {
  const tools = new Map<string, Tool>();
  for (const tool of sources.flatMap((source) => source.list())) {
    const isAllowed = allowedNames === null || allowedNames.includes(tool.name);
    if (isAllowed && !tools.has(tool.name)) tools.set(tool.name, tool);
  }
  return tools;
}
