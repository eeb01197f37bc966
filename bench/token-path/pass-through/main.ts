import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Pool } from "undici";
import { answerCommands } from "#scripts/bench/system/answer-commands.ts";

/**
 * The least that a Node process can do with a streamed answer: `undici.dispatch` hands the provider's bytes to the
 * client unread. The only argument is the provider's port.
 */
const pool = new Pool(`http://127.0.0.1:${process.argv[2]}`, { connections: 256 });

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
  pool.dispatch(
    { path: request.url ?? "/", method: "POST", headers, body },
    {
      onRequestStart: () => {},
      onResponseStart: (_controller, status) =>
        void response.writeHead(status, { "content-type": "text/event-stream; charset=utf-8" }),
      onResponseData: (_controller, chunk) => void response.write(chunk),
      onResponseEnd: () => void response.end(),
      onResponseError: (_controller, error) => void response.destroy(error),
    },
  );
}
