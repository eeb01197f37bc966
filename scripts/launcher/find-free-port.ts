import { createServer } from "node:net";

/** A port of 127.0.0.1 that is free now: `wanted` if it is, else any other. */
export async function findFreePort(wanted = 0): Promise<number> {
  const port = await listenOnce(wanted);
  return port ?? (await listenOnce(0)) ?? Promise.reject(new Error("This machine has no free port."));
}

async function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : null));
    });
  });
}
