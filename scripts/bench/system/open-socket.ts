import { setTimeout as pause } from "node:timers/promises";
import { WebSocket } from "ws";
import { z } from "zod";
import { SOCKET_PROTOCOL } from "#contracts/socket-constants.ts";

/** The newest version of the frames that the benches read. */
const VERSION = 2;
/** A gateway turns away what comes all at once, and so does every browser come again. */
const ATTEMPTS_MAX = 50;
const RETRY_AFTER_MS = 50;

const welcomeSchema = z.object({ type: z.literal("welcome"), protocolVersion: z.int() });

export type Door = { port: number; ticket: string; localAddress?: string };

/** A socket that was welcomed and has said which version it speaks. Comes again where it is turned away for the moment. */
export async function openSocket(door: Door): Promise<WebSocket> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await open(door);
    } catch (error) {
      const isBusy = error instanceof Error && /\b503\b|ECONNRE/.test(error.message);
      if (!isBusy || attempt === ATTEMPTS_MAX) throw error;
      await pause(RETRY_AFTER_MS * (0.5 + Math.random()));
    }
  }
}

async function open({ port, ticket, localAddress }: Door): Promise<WebSocket> {
  const webSocket = new WebSocket(`ws://127.0.0.1:${port}/v1/ws`, [SOCKET_PROTOCOL, `ticket.${ticket}`], {
    origin: `http://127.0.0.1:${port}`,
    perMessageDeflate: false,
    skipUTF8Validation: true,
    ...(localAddress === undefined ? {} : { localAddress }),
  });
  const welcome = await new Promise<string>((resolve, reject) => {
    webSocket.once("message", (data: Buffer) => resolve(data.toString()));
    webSocket.once("error", reject);
    webSocket.once("close", (code) => reject(new Error(`The socket was closed with ${code}.`)));
  });
  webSocket.removeAllListeners("close");
  webSocket.removeAllListeners("error");
  webSocket.on("error", () => {});
  const { protocolVersion } = welcomeSchema.parse(JSON.parse(welcome));
  if (protocolVersion >= VERSION) {
    webSocket.send(JSON.stringify({ type: "hello", requestId: "hello", protocolVersion: VERSION }));
  }
  return webSocket;
}
