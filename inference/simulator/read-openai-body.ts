import { z } from "zod";
import { toAsk } from "./to-ask.ts";
import type { SimulatedRequest, SimulatedTurn } from "./simulated-request.ts";

const contentSchema = z
  .union([
    z.string(),
    z.array(
      z.union([
        z.object({ type: z.literal("text"), text: z.string() }),
        z.object({
          type: z.literal("image_url"),
          image_url: z.object({ url: z.string().regex(/^data:[^;]+;base64,/) }),
        }),
      ]),
    ),
  ])
  .nullish();
type Content = z.infer<typeof contentSchema>;

const messageSchema = z.discriminatedUnion("role", [
  z.object({ role: z.enum(["system", "developer"]), content: contentSchema }),
  z.object({ role: z.literal("user"), content: contentSchema }),
  z.object({
    role: z.literal("assistant"),
    content: contentSchema,
    tool_calls: z
      .array(z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) }))
      .optional(),
  }),
  z.object({ role: z.literal("tool"), tool_call_id: z.string(), content: z.string() }),
]);
type Message = z.infer<typeof messageSchema>;

const bodySchema = z.object({
  model: z.string(),
  stream: z.boolean().optional(),
  messages: z.array(messageSchema),
  tools: z.array(z.object({ type: z.literal("function"), function: z.object({ name: z.string() }) })).optional(),
  response_format: z.object({ json_schema: z.object({ schema: z.unknown() }) }).optional(),
});

/** What a chat completion of OpenAI's protocol asks. Throws where it is none. */
export function readOpenaiBody(body: unknown): Partial<SimulatedRequest> {
  const { model, stream, messages, tools, response_format: format } = bodySchema.parse(body);
  const system = messages.find(({ role }) => role === "system" || role === "developer");
  return {
    modelName: model,
    isStreamed: stream ?? false,
    ...toAsk({
      system: system?.role === "tool" ? "" : toText(system?.content),
      turns: messages.flatMap(toTurn),
      toolNames: (tools ?? []).map((tool) => tool.function.name),
      answerSchema: format?.json_schema.schema ?? null,
    }),
  };
}

function toTurn(message: Message): SimulatedTurn[] {
  const nothing = { text: "", images: [], toolCalls: [], toolResults: [] };
  switch (message.role) {
    case "system":
    case "developer":
      return [];
    case "tool":
      return [{ ...nothing, role: "user", toolResults: [{ id: message.tool_call_id, output: message.content }] }];
    case "user":
      return [{ ...nothing, role: "user", text: toText(message.content), images: toImages(message.content) }];
    case "assistant": {
      const toolCalls = (message.tool_calls ?? []).map(({ id, function: called }) => ({
        id,
        name: called.name,
        input: JSON.parse(called.arguments) as unknown,
      }));
      return [{ ...nothing, role: "assistant", text: toText(message.content), toolCalls }];
    }
  }
}

function toText(content: Content): string {
  if (typeof content === "string") return content;
  return (content ?? []).flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}

function toImages(content: Content): string[] {
  if (typeof content === "string") return [];
  const images = (content ?? []).flatMap((part) => (part.type === "image_url" ? [part.image_url.url] : []));
  return images.map((url) => url.slice("data:".length, url.indexOf(";")));
}
