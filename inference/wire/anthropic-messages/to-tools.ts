import type { JsonObject } from "#contracts/json-object.ts";
import type { ChatRequest } from "#inference/chat-model.ts";
import { portableName } from "#inference/wire/portable-name.ts";

type AnthropicTool = { name: string; description: string; input_schema: JsonObject & { type: "object" } };

type Tools = { tools?: AnthropicTool[]; tool_choice?: { type: "none" } };

/**
 * The fields of a message that offer tools. A conversation that shows calls must name their tools, so those that it
 * shows and that may not be called any more are named as well; where nothing may be called, that is said.
 */
export function toTools({ tools, turns }: Pick<ChatRequest, "tools" | "turns">): Tools {
  const offered = tools.map(({ name, description, inputSchema }) => ({
    name: portableName(name),
    description,
    input_schema: { ...inputSchema, type: "object" as const },
  }));
  const known = new Set(offered.map(({ name }) => name));
  const shown = turns.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.type === "tool-call" ? [part.toolName] : [])),
  );
  const gone = [...new Set(shown.map(portableName))].filter((name) => !known.has(name)).map(toGoneTool);
  if (offered.length + gone.length === 0) return {};
  return { tools: [...offered, ...gone], ...(offered.length === 0 ? { tool_choice: { type: "none" } } : {}) };
}

function toGoneTool(name: string): AnthropicTool {
  return { name, description: "Not available any more: do not call it.", input_schema: { type: "object" } };
}
