import { once } from "node:events";
import { WebSocket } from "ws";
import { SilentViewer } from "./silent-viewer.ts";

/** Somebody who asks, and all who watch. `ask` resolves with the text of the answer when the asker has the end. */
export type Audience = { viewers: readonly SilentViewer[]; ask: (model: string) => Promise<string> };

/** So many sockets at the server on `port`, ours or the reference: the first one asks, the others watch. */
export async function openAudience(port: number, count: number): Promise<Audience> {
  const options = { perMessageDeflate: false, skipUTF8Validation: true };
  const sockets = Array.from({ length: count }, () => new WebSocket(`ws://127.0.0.1:${port}`, options));
  await Promise.all(sockets.map((socket) => once(socket, "open")));
  const [asking, ...watching] = sockets;
  if (!asking) throw new Error("There is nobody to ask.");
  const ask = (model: string): Promise<string> =>
    new Promise((resolve) => {
      let text = "";
      const onMessage = (data: Buffer): void => {
        const message = JSON.parse(data.toString());
        if (Array.isArray(message)) text += message[2];
        if (message.type === "delta") text += message.text;
        if (message.type !== "end" && message.type !== "ack") return;
        asking.off("message", onMessage);
        resolve(text);
      };
      asking.on("message", onMessage);
      asking.send(JSON.stringify({ model }));
    });
  return { viewers: watching.map((socket) => new SilentViewer(socket)), ask };
}
