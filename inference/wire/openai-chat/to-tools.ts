import type { ChatRequest } from "#inference/chat-model.ts";
import { portableName } from "#inference/wire/portable-name.ts";

type FunctionTool = {
  type: "function";
  function: { name: string; description: string; parameters: Record<string, unknown> };
};

/** The fields of a chat completion that offer tools; none where there are none to offer. */
export function toTools({ tools }: Pick<ChatRequest, "tools">): { tools?: FunctionTool[] } {
  if (tools.length === 0) return {};
  return {
    tools: tools.map(({ name, description, inputSchema }) => ({
      type: "function",
      function: { name: portableName(name), description, parameters: { ...inputSchema } },
    })),
  };
}
