import type { IncomingMessage, ServerResponse } from "node:http";
import { v7 as createId } from "uuid";
import { z } from "zod";
import { createChatRequest, type RoutedPart, textTurn } from "#inference/index.ts";
import { askModel, type AskNeeds } from "#server/domains/routing/index.ts";
import { EventWriter } from "./event-writer.ts";

type Exchange = { connectionId: string; request: IncomingMessage; response: ServerResponse };

const bodySchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.enum(["user", "assistant"]), content: z.string() })),
});

const PERSON = createId();

/** Answers a request in OpenAI's protocol by the router, each as an answer of its own. */
export async function answer(ctx: AskNeeds, { connectionId, request, response }: Exchange): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { model, messages } = bodySchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
  const turns = messages.map(({ role, content }) => textTurn({ role, text: content }));
  const call = {
    userId: PERSON,
    generationId: createId(),
    modelId: `${connectionId}/${model}`,
    request: createChatRequest({ turns }),
  };
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
  const writer = new EventWriter(response);
  for await (const part of askModel(ctx, call, gone.signal)) writer.push(toEvent(part));
  writer.end("data: [DONE]\n\n");
}

/** As a server would write it that people's programs ask: one event a token. */
function toEvent(part: RoutedPart): string {
  if (part.type === "text-delta")
    return `data: {"choices":[{"index":0,"delta":{"content":${JSON.stringify(part.text)}}}]}\n\n`;
  if (part.type === "finish")
    return `data: {"choices":[{"index":0,"delta":{},"finish_reason":${JSON.stringify(part.reason)}}]}\n\n`;
  if (part.type === "error" || part.type === "usage") return `data: ${JSON.stringify(part)}\n\n`;
  return "";
}
