import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { CONTINUE_INSTRUCTION } from "#inference/continue/continue-instruction.ts";

const contentSchema = z.union([z.string(), z.array(z.object({ text: z.string().optional() }))]).nullish();

const turnSchema = z.object({ role: z.string(), content: contentSchema });
type Turn = z.infer<typeof turnSchema>;

const bodySchema = z.object({
  model: z.string(),
  stream: z.boolean().optional(),
  system: contentSchema,
  messages: z.array(turnSchema),
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
  /** The last text of a user that is not the instruction to go on. */
  question: string;
  /** The unfinished answer that is to be continued; empty where a new one is asked for. */
  continues: string;
  body: unknown;
};

const NO_BODY = { modelName: "", isStreamed: false, system: "", question: "", continues: "", body: null };

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
  if (chunks.length === 0) return { ...head, ...NO_BODY };
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
  const { model, stream, system, messages } = bodySchema.parse(body);
  const systemMessage = messages.find(({ role }) => role === "system" || role === "developer");
  return {
    ...head,
    modelName: model,
    isStreamed: stream ?? false,
    system: toText(system ?? systemMessage?.content),
    ...readTurns(messages),
    body,
  };
}

function readTurns(messages: readonly Turn[]): Pick<SimulatedRequest, "question" | "continues"> {
  const turns = messages.map(({ role, content }) => ({ role, text: toText(content) }));
  const [before, last] = turns.slice(-2);
  const isContinued = last?.text === CONTINUE_INSTRUCTION && before?.role === "assistant";
  const asked = isContinued ? turns.slice(0, -1) : turns;
  return {
    question: asked.findLast(({ role }) => role === "user")?.text ?? "",
    continues: isContinued ? before.text : "",
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
