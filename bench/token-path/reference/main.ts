import { once } from "node:events";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { answerCommands } from "#scripts/bench/system/answer-commands.ts";
import { readDeltas } from "./read-deltas.ts";

/**
 * The usual way of a token, with nothing around it: no sign-in, no log, no database. `fetch`, the platform's decoder,
 * an event parser, JSON, and one `ws.send` a token. The only argument is the provider's port.
 */
const providerPort = Number(process.argv[2]);
const askSchema = z.object({ model: z.string() });

const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
await once(server, "listening");
server.on("connection", (socket) => {
  socket.on("message", (data: Buffer) => void answer(socket, askSchema.parse(JSON.parse(data.toString())).model));
});
const address = server.address();
if (address === null || typeof address === "string") throw new Error("The reference has no port.");
answerCommands({ port: address.port }, () => null);

async function answer(socket: WebSocket, model: string): Promise<void> {
  let seq = 0;
  for await (const text of readDeltas(providerPort, model)) {
    socket.send(JSON.stringify({ type: "delta", seq: ++seq, text }));
  }
  socket.send(JSON.stringify({ type: "end", seq }));
}
