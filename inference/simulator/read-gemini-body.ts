import { z } from "zod";
import { toAsk } from "./to-ask.ts";
import type { SimulatedAsk, SimulatedTurn } from "./simulated-request.ts";

/** Gemini knows a part by the one field that it has. */
const partSchema = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ inlineData: z.object({ mimeType: z.string(), data: z.base64() }) }),
  z.strictObject({
    functionCall: z.object({ id: z.string(), name: z.string(), args: z.record(z.string(), z.unknown()) }),
    thoughtSignature: z.union([z.base64(), z.base64url()]).optional(),
  }),
  z.strictObject({
    functionResponse: z.object({ id: z.string(), name: z.string(), response: z.record(z.string(), z.unknown()) }),
  }),
]);
type Part = z.infer<typeof partSchema>;

const contentSchema = z.object({ role: z.enum(["user", "model"]), parts: z.array(partSchema).min(1) });

const bodySchema = z.object({
  systemInstruction: z.object({ parts: z.array(z.object({ text: z.string() })) }).optional(),
  contents: z.array(contentSchema).min(1),
  tools: z.array(z.object({ functionDeclarations: z.array(z.object({ name: z.string() })) })).optional(),
  generationConfig: z
    .object({ responseMimeType: z.literal("application/json").optional(), responseJsonSchema: z.unknown().optional() })
    .optional(),
});

/** What a request to Gemini asks, whose model stands in its path. Throws where it is none. */
export function readGeminiBody(body: unknown): SimulatedAsk {
  const { systemInstruction, contents, tools, generationConfig } = bodySchema.parse(body);
  return toAsk({
    system: (systemInstruction?.parts ?? []).map(({ text }) => text).join("\n"),
    turns: contents.map(toTurn),
    toolNames: (tools ?? []).flatMap((tool) => tool.functionDeclarations.map(({ name }) => name)),
    answerSchema: generationConfig?.responseMimeType === undefined ? null : generationConfig.responseJsonSchema,
  });
}

function toTurn({ role, parts }: z.infer<typeof contentSchema>): SimulatedTurn {
  return {
    role: role === "model" ? "assistant" : "user",
    text: parts.flatMap((part) => ("text" in part ? [part.text] : [])).join("\n"),
    images: parts.flatMap((part) => ("inlineData" in part ? [part.inlineData.mimeType] : [])),
    toolCalls: parts.flatMap(toToolCall),
    toolResults: parts.flatMap(toToolResult),
  };
}

function toToolCall(part: Part): SimulatedTurn["toolCalls"] {
  if (!("functionCall" in part)) return [];
  const { id, name, args } = part.functionCall;
  return [{ id, name, input: args }];
}

function toToolResult(part: Part): SimulatedTurn["toolResults"] {
  if (!("functionResponse" in part)) return [];
  const { id, response } = part.functionResponse;
  return [{ id, output: String(response["output"] ?? response["error"]) }];
}
