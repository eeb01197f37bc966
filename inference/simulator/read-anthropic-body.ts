import { z } from "zod";
import { toAsk } from "./to-ask.ts";
import type { SimulatedRequest, SimulatedTurn } from "./simulated-request.ts";

const textSchema = z.object({ type: z.literal("text"), text: z.string() });

const blockSchema = z.discriminatedUnion("type", [
  textSchema,
  z.object({ type: z.literal("image"), source: z.object({ type: z.literal("base64"), media_type: z.string() }) }),
  z.object({ type: z.literal("tool_use"), id: z.string(), name: z.string(), input: z.record(z.string(), z.unknown()) }),
  z.object({ type: z.literal("tool_result"), tool_use_id: z.string(), content: z.string() }),
]);

const bodySchema = z.object({
  model: z.string().optional(),
  max_tokens: z.int().positive(),
  stream: z.boolean().optional(),
  system: z.union([z.string(), z.array(textSchema)]).optional(),
  messages: z
    .array(z.object({ role: z.enum(["user", "assistant"]), content: z.union([z.string(), z.array(blockSchema)]) }))
    .min(1),
  tools: z.array(z.object({ name: z.string() })).optional(),
  output_config: z.object({ format: z.object({ schema: z.unknown() }).optional() }).optional(),
});
type Message = z.infer<typeof bodySchema>["messages"][number];

/** What a message of Anthropic's protocol asks. Throws where it is none. */
export function readAnthropicBody(body: unknown): Partial<SimulatedRequest> {
  const { model, stream, system, messages, tools, output_config: output } = bodySchema.parse(body);
  return {
    ...(model === undefined ? {} : { modelName: model }),
    isStreamed: stream ?? false,
    ...toAsk({
      system: typeof system === "string" ? system : (system ?? []).map(({ text }) => text).join("\n"),
      turns: messages.map(toTurn),
      toolNames: (tools ?? []).map(({ name }) => name),
      answerSchema: output?.format?.schema ?? null,
    }),
  };
}

function toTurn({ role, content }: Message): SimulatedTurn {
  const blocks = typeof content === "string" ? [{ type: "text" as const, text: content }] : content;
  return {
    role,
    text: blocks.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("\n"),
    images: blocks.flatMap((block) => (block.type === "image" ? [block.source.media_type] : [])),
    toolCalls: blocks.flatMap((block) => (block.type === "tool_use" ? [block] : [])),
    toolResults: blocks.flatMap((block) =>
      block.type === "tool_result" ? [{ id: block.tool_use_id, output: block.content }] : [],
    ),
  };
}
