import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { answerCommands } from "#scripts/bench/system/answer-commands.ts";
import { type LeanAnswer, writeLeanAnswer } from "./lean-answer.ts";
import { StreamWheel } from "./stream-wheel.ts";

/** With no pace, so many tokens are one write, as a network joins what a very fast model says. */
const TOKENS_A_WRITE = 16;
/** How long a slow call takes to its first token. */
const SLOW_MS = 3_000;
const MODEL_NAME = /^lean-(?<count>\d+)@(?<pace>[\d.]+)(?:~(?<slow>\d+))?$/;

const bodySchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});
const answers = new Map<string, LeanAnswer>();
const wheels = new Map<number, StreamWheel>();

const server = createServer((request, response) => void answer(request, response));
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", 4_096);
await once(server, "listening");
const address = server.address();
if (address === null || typeof address === "string") throw new Error("The provider has no port.");
answerCommands({ port: address.port }, () => null);

/**
 * The model `lean-500@20` answers with 500 tokens, one every 20 ms; `lean-500@0` as fast as it is read. Of a hundred calls
 * of `lean-500@20~5` some five, drawn by lot, have to wait for their first token.
 */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Routers look from time to time whether it is there.
  if (request.method === "GET") return void response.end('{"object":"list","data":[]}');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { model, messages } = bodySchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
  const isTitle = messages.some(({ role, content }) => role === "system" && /\btitle\b/i.test(content));
  const { count = "1", pace = "0", slow = "0" } = MODEL_NAME.exec(isTitle ? "lean-4@0" : model)?.groups ?? {};
  if (Math.random() * 100 < Number(slow)) await pause(SLOW_MS);
  if (response.destroyed) return;
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "x-request-id": "req_lean" });
  const written = answers.get(`${model} ${count}`) ?? writeLeanAnswer(model, Number(count));
  answers.set(`${model} ${count}`, written);
  if (pace === "0") return writeAtOnce(response, written);
  const wheel = wheels.get(Number(pace)) ?? new StreamWheel(Number(pace));
  wheels.set(Number(pace), wheel);
  wheel.add(response, written);
}

async function writeAtOnce(response: ServerResponse, { tokens, end }: LeanAnswer): Promise<void> {
  for (let from = 0; from < tokens.length && !response.destroyed; from += TOKENS_A_WRITE) {
    const isFull = !response.write(Buffer.concat(tokens.slice(from, from + TOKENS_A_WRITE)));
    if (isFull && !response.destroyed) await Promise.race([once(response, "drain"), once(response, "close")]);
  }
  response.end(end);
}
