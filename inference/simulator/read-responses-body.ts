import { z } from "zod";
import { toAsk } from "./to-ask.ts";
import type { SimulatedRequest, SimulatedTurn } from "./simulated-request.ts";

const contentSchema = z.union([
  z.string(),
  z.array(
    z.discriminatedUnion("type", [
      z.object({ type: z.literal("input_text"), text: z.string() }),
      z.object({ type: z.literal("input_image"), image_url: z.string().regex(/^data:[^;]+;base64,/) }),
    ]),
  ),
]);

/** What names an item of its own would be looked for, and nothing is stored. */
const itemSchema = z.union([
  z.strictObject({ role: z.literal("user"), content: contentSchema }),
  z.strictObject({ role: z.literal("assistant"), content: z.string() }),
  z.strictObject({ type: z.literal("function_call"), call_id: z.string(), name: z.string(), arguments: z.string() }),
  z.strictObject({ type: z.literal("function_call_output"), call_id: z.string(), output: z.string() }),
]);
type Item = z.infer<typeof itemSchema>;

const bodySchema = z.object({
  model: z.string(),
  stream: z.boolean().optional(),
  store: z.literal(false),
  instructions: z.string().optional(),
  input: z.array(itemSchema).min(1),
  tools: z.array(z.object({ type: z.literal("function"), name: z.string(), strict: z.boolean() })).optional(),
  text: z.object({ format: z.object({ schema: z.unknown() }) }).optional(),
});

/** What a response of OpenAI's is to answer. Throws where it is none. */
export function readResponsesBody(body: unknown): Partial<SimulatedRequest> {
  const { model, stream, instructions, input, tools, text } = bodySchema.parse(body);
  return {
    modelName: model,
    isStreamed: stream ?? false,
    ...toAsk({
      system: instructions ?? "",
      turns: input.map(toTurn),
      toolNames: (tools ?? []).map(({ name }) => name),
      answerSchema: text?.format.schema ?? null,
    }),
  };
}

function toTurn(item: Item): SimulatedTurn {
  const nothing = { text: "", images: [], toolCalls: [], toolResults: [] };
  if ("role" in item) {
    if (typeof item.content === "string") return { ...nothing, role: item.role, text: item.content };
    const text = item.content.flatMap((part) => (part.type === "input_text" ? [part.text] : [])).join("\n");
    const urls = item.content.flatMap((part) => (part.type === "input_image" ? [part.image_url] : []));
    return { ...nothing, role: item.role, text, images: urls.map((url) => url.slice(5, url.indexOf(";"))) };
  }
  if (item.type === "function_call_output") {
    return { ...nothing, role: "user", toolResults: [{ id: item.call_id, output: item.output }] };
  }
  const input: unknown = JSON.parse(item.arguments);
  return { ...nothing, role: "assistant", toolCalls: [{ id: item.call_id, name: item.name, input }] };
}
