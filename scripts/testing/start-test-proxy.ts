import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A way to a server that a test can cut and stop. */
export type TestProxy = {
  /** The server's address, led through the proxy. */
  url: string;
  /** Lets the next commit reach PostgreSQL and happen, and cuts the connection instead of bringing its acknowledgement. */
  loseNextCommit: () => void;
  /** From now on nothing goes through in either direction and no connection ends, as when the server was stopped. */
  freeze: () => void;
  thaw: () => void;
  close: () => Promise<void>;
};

/** How PostgreSQL tells that a transaction was committed. */
const COMMITTED = "COMMIT\0";

/** Stands before the server that `url` names. */
export async function startTestProxy(url: string): Promise<TestProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  let losesCommit = false;

  function accept(client: Socket): void {
    const server = connect(Number(target.port), target.hostname);
    const cut = (): void => void (client.destroy(), server.destroy());
    client.on("data", (bytes) => server.write(bytes));
    server.on("data", (bytes) => {
      if (!losesCommit || !bytes.includes(COMMITTED)) return client.write(bytes);
      losesCommit = false;
      return cut();
    });
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on("error", cut);
      socket.on("close", () => sockets.delete(socket) && cut());
      if (isFrozen) socket.pause();
    }
  }

  const proxy = createServer(accept).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const through = new URL(url);
  through.host = `127.0.0.1:${address.port}`;
  return {
    url: through.href,
    loseNextCommit: () => (losesCommit = true),
    freeze: () => {
      isFrozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw: () => {
      isFrozen = false;
      for (const socket of sockets) socket.resume();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, "close");
    },
  };
}
