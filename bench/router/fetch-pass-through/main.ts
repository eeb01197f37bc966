import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answerCommands } from "#scripts/bench/system/answer-commands.ts";

/**
 * What most write who hand a streamed answer on: `fetch`, and each piece of its body to the client, unread. The only
 * argument is the provider's port.
 */
const origin = `http://127.0.0.1:${process.argv[2]}`;

const server = createServer((request, response) => void pass(request, response));
server.listen(0, "127.0.0.1", 4_096);
await once(server, "listening");
const address = server.address();
if (address === null || typeof address === "string") throw new Error("The pass-through has no port.");
answerCommands({ port: address.port }, () => null);

async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = JSON.stringify(JSON.parse(Buffer.concat(chunks).toString()));
  const headers = { "content-type": "application/json", authorization: "Bearer none" };
  const answer = await fetch(origin + (request.url ?? "/"), { method: "POST", headers, body });
  response.writeHead(answer.status, { "content-type": "text/event-stream; charset=utf-8" });
  for await (const chunk of answer.body ?? []) response.write(chunk);
  response.end();
}
