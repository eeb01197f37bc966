import { createServer } from "node:net";

/** Below the ports that the system dials from, which thousands of clients would take at any moment. */
const FIRST = 20_000;
const LAST = 32_000;

/** A free port of 127.0.0.1 that stays free until somebody listens on it. */
export async function findQuietPort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
