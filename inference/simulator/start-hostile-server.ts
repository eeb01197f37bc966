import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import type { StreamPart } from "#contracts/stream-part.ts";
import { createChatModel } from "#inference/create-chat-model.ts";
import { createChatRequest } from "#inference/create-chat-request.ts";
import { createConnection } from "#inference/create-connection.ts";
import { textTurn } from "#inference/text-turn.ts";
import type { TimeLimits } from "#inference/time-limits.ts";

/** The bytes that a server sends once it was asked, as fast as they are taken; a number is a pause in milliseconds. */
type Saying = () => Iterable<string | Buffer | number>;

/** What came of asking: `peakMb` is the memory that it held beyond what was held before, `heldUpMs` how long it kept all else waiting. */
type Asked = { parts: StreamPart[]; peakMb: number; heldUpMs: number };

export type HostileServer = {
  /** Asks it as the application asks a provider. */
  ask: (say: Saying, timeLimits?: Partial<TimeLimits>) => Promise<Asked>;
  countConnections: () => number;
  close: () => Promise<void>;
};

/** Starts a server on 127.0.0.1 that keeps to no protocol: it sends what a test says, byte by byte. */
export async function startHostileServer(): Promise<HostileServer> {
  const sockets = new Set<Socket>();
  let saying: Saying = () => [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.once("data", () => void speak(socket, saying()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    ask: (say, timeLimits = {}) => {
      saying = say;
      return ask(`http://127.0.0.1:${address.port}`, timeLimits);
    },
    countConnections: () => sockets.size,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function speak(socket: Socket, pieces: Iterable<string | Buffer | number>): Promise<void> {
  for (const piece of pieces) {
    if (socket.destroyed) return;
    if (typeof piece === "number") await new Promise((resolve) => setTimeout(resolve, piece));
    else if (!socket.write(piece)) await untilTaken(socket);
  }
  socket.end();
}

/** A connection that breaks ends the waiting, and is what a hostile server has to expect. */
async function untilTaken(socket: Socket): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  await Promise.race(["drain", "close"].map((name) => once(socket, name, { signal }).catch(() => null)));
  waiting.abort();
}

async function ask(baseUrl: string, timeLimits: Partial<TimeLimits>): Promise<Asked> {
  const connection = createConnection({ provider: "openai-compatible", baseUrl });
  const model = createChatModel(connection, "m", { timeLimits });
  const request = createChatRequest({ turns: [textTurn({ role: "user", text: "Hello" })] });
  const parts: StreamPart[] = [];
  const watch = watchProcess();
  for await (const part of model.stream(request, new AbortController().signal)) parts.push(part);
  return { parts, ...watch.stop() };
}

function watchProcess(): { stop: () => Omit<Asked, "parts"> } {
  const heldBefore = heldMb();
  let [peakMb, heldUpMs, lookedAt] = [0, 0, performance.now()];
  const look = (): void => {
    peakMb = Math.max(peakMb, heldMb() - heldBefore);
    heldUpMs = Math.max(heldUpMs, performance.now() - lookedAt);
    lookedAt = performance.now();
  };
  const timer = setInterval(look, 5);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return { peakMb, heldUpMs };
    },
  };
}

function heldMb(): number {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}
