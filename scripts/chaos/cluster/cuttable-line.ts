import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/** A way to a port of this machine that can be cut: everything that runs over it dies at once on both sides. */
export class CuttableLine {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets: Set<Socket>;

  static async open(targetPort: number): Promise<CuttableLine> {
    const sockets = new Set<Socket>();
    const server = createServer((near) => join(near, connect(targetPort, "127.0.0.1"), sockets));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return new CuttableLine(server, sockets);
  }

  private constructor(server: Server, sockets: Set<Socket>) {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the line has no port");
    this.port = address.port;
    this.#server = server;
    this.#sockets = sockets;
  }

  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  close(): void {
    this.#server.close();
    this.cut();
  }
}

function join(near: Socket, far: Socket, sockets: Set<Socket>): void {
  for (const [socket, other] of [
    [near, far],
    [far, near],
  ] as const) {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.pipe(other);
    // A reset is what this line is for; "close" follows.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      sockets.delete(socket);
      other.destroy();
    });
  }
}
