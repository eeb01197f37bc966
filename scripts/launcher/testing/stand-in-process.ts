import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer } from "node:http";

// Stands in for web, realtime or the workers where only the launcher is tested: answers at once, and does what its path says.
const port = Number(process.argv[2]);
if (existsSync("broken")) process.exit(9);
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => process.argv.includes("--stubborn") || process.exit(0));
}

const server = createServer((request, response) => {
  if (request.url === "/crash") process.exit(7);
  response.writeHead(200, { "content-type": "application/json" });
  response.end(
    JSON.stringify({ pid: process.pid, headers: request.headers, databaseUrl: process.env["DATABASE_URL"] }),
  );
});
server.on("upgrade", (request, socket) => {
  const key = request.headers["sec-websocket-key"] ?? "";
  const accept = createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
  const name = `X-Process: ${process.env["PROCESS_NAME"]} ${process.pid}`;
  const head = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade", name];
  socket.write([...head, `Sec-WebSocket-Accept: ${accept}`, "", ""].join("\r\n"));
  socket.pipe(socket);
});
server.listen(port, "127.0.0.1");
