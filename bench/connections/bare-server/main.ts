import { once } from "node:events";
import { createServer } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { answerCommands } from "#scripts/bench/system/answer-commands.ts";

/** The socket library alone, with its lean options: nobody is authenticated, nothing is kept but the socket. */
const sockets = new Set<WebSocket>();
const door = new WebSocketServer({ noServer: true, clientTracking: false, perMessageDeflate: false });
const server = createServer();

server.on("upgrade", (request, stream, head) => {
  door.handleUpgrade(request, stream, head, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.send(JSON.stringify({ type: "welcome", protocolVersion: 1 }));
  });
});
server.listen(0, "127.0.0.1", 4_096);
await once(server, "listening");
const address = server.address();
if (address === null || typeof address === "string") throw new Error("The bare server has no port.");
answerCommands({ port: address.port }, () => null);
