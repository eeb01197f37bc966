import type { IncomingMessage } from "node:http";
import { z } from "zod";

const contentSchema = z.union([z.string(), z.array(z.object({ text: z.string().optional() }))]).nullish();

const bodySchema = z.object({
  model: z.string(),
  stream: z.boolean().optional(),
  system: contentSchema,
  messages: z.array(z.object({ role: z.string(), content: contentSchema })),
});

/** One request that the simulator got, as far as a test may want to look at it. */
export type SimulatedRequest = {
  wire: "openai" | "anthropic";
  method: string;
  path: string;
  apiKey: string | null;
  modelName: string;
  isStreamed: boolean;
  system: string;
  /** The last text of a user. */
  question: string;
  body: unknown;
};

/** Reads a request whole. Throws where its body is not what either provider takes. */
export async function readSimulatedRequest(request: IncomingMessage): Promise<SimulatedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const path = request.url?.split("?")[0] ?? "/";
  const isAnthropic = request.headers["anthropic-version"] !== undefined;
  const head = {
    wire: isAnthropic ? ("anthropic" as const) : ("openai" as const),
    method: request.method ?? "GET",
    path,
    apiKey: readApiKey(request),
  };
  if (chunks.length === 0) return { ...head, modelName: "", isStreamed: false, system: "", question: "", body: null };
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
  const { model, stream, system, messages } = bodySchema.parse(body);
  const systemMessage = messages.find(({ role }) => role === "system" || role === "developer");
  return {
    ...head,
    modelName: model,
    isStreamed: stream ?? false,
    system: toText(system ?? systemMessage?.content),
    question: toText(messages.findLast(({ role }) => role === "user")?.content),
    body,
  };
}

function readApiKey(request: IncomingMessage): string | null {
  const key = request.headers["x-api-key"];
  if (typeof key === "string") return key;
  return request.headers.authorization?.replace(/^Bearer /, "") ?? null;
}

function toText(content: z.infer<typeof contentSchema>): string {
  if (typeof content === "string") return content;
  return (content ?? []).map(({ text }) => text ?? "").join("\n");
}
