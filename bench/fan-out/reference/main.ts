import { once } from "node:events";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { readDeltas } from "#bench/token-path/reference/read-deltas.ts";
import { answerCommands } from "#scripts/bench/system/answer-commands.ts";

/**
 * The usual way of showing an answer to many: `ws.send` a token a viewer, of a text that is made once for all. The only
 * argument is the provider's port. Who names a model has it answer to all.
 */
const providerPort = Number(process.argv[2]);
const askSchema = z.object({ model: z.string() });
const viewers = new Set<WebSocket>();

const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
await once(server, "listening");
server.on("connection", (socket) => {
  viewers.add(socket);
  socket.on("close", () => viewers.delete(socket));
  socket.on("message", (data: Buffer) => void answer(askSchema.parse(JSON.parse(data.toString())).model));
});
const address = server.address();
if (address === null || typeof address === "string") throw new Error("The reference has no port.");
answerCommands({ port: address.port }, () => null);

async function answer(model: string): Promise<void> {
  let seq = 0;
  for await (const text of readDeltas(providerPort, model)) show(JSON.stringify({ type: "delta", seq: ++seq, text }));
  show(JSON.stringify({ type: "end", seq }));
}

function show(text: string): void {
  for (const viewer of viewers) viewer.send(text);
}
