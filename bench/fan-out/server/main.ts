import { once } from "node:events";
import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { z } from "zod";
import { readDeltas } from "#bench/token-path/reference/read-deltas.ts";
import { Broadcast } from "#realtime/broadcast.ts";
import { Connection } from "#realtime/connection.ts";
import { answerCommands } from "#scripts/bench/system/answer-commands.ts";
import { FedView } from "./fed-view.ts";

/**
 * Our way of showing an answer to many, alone: a real broadcast to real connections, fed at the real beat by the reader
 * that the reference has too. The only argument is the provider's port. Who names a model has it answer to all.
 */
const providerPort = Number(process.argv[2]);
const askSchema = z.object({ model: z.string() });
const actor = { userId: "somebody", sessionId: "session", role: "user" } as const;
const viewers = new Set<Connection>();
/** The beat at which a generation shows what its model said: FLUSH_EVERY_MS of the generations. */
const BEAT_MS = 25;

const door = new WebSocketServer({ noServer: true, clientTracking: false, perMessageDeflate: false });
const server = createServer();
server.on("upgrade", (request, stream, head) => {
  door.handleUpgrade(request, stream, head, (socket) => {
    const viewer = new Connection(actor, socket, stream);
    viewers.add(viewer);
    socket.on("close", () => viewers.delete(viewer));
    socket.on("message", (data: Buffer) => void answer(askSchema.parse(JSON.parse(data.toString())).model));
  });
});
server.listen(0, "127.0.0.1", 4_096);
await once(server, "listening");
const address = server.address();
if (address === null || typeof address === "string") throw new Error("The server has no port.");
answerCommands({ port: address.port }, () => null);

async function answer(model: string): Promise<void> {
  const view = new FedView();
  const broadcast = new Broadcast(view, { onDone: () => {}, onMoved: () => {} });
  for (const viewer of viewers) broadcast.add(viewer, null);
  broadcast.start();
  let waiting = "";
  const flush = (): void => {
    if (waiting !== "") view.feed(waiting);
    waiting = "";
  };
  const beat = setInterval(flush, BEAT_MS);
  for await (const text of readDeltas(providerPort, model)) waiting += text;
  clearInterval(beat);
  flush();
  for (const viewer of viewers) {
    broadcast.remove(viewer);
    viewer.send({ type: "ack", requestId: "end" });
  }
}
