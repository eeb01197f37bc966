import { once } from "node:events";
import { WebSocket } from "ws";
import { leanText } from "#scripts/bench/provider/lean-answer.ts";
import { type Driver, type RunResult, tokensOf } from "./driver.ts";
import { runSpread } from "./run-spread.ts";

/** Answers through the reference gateway on `port`, a socket for each stream. */
export async function createReferenceDriver(port: number, streams: number): Promise<Driver> {
  const sockets = await Promise.all(Array.from({ length: streams }, () => open(port)));
  const ask = async (webSocket: WebSocket, modelName: string, turns: number): Promise<RunResult> => {
    const expected = leanText(tokensOf(modelName));
    const result: RunResult = { tokens: 0, socketBytes: 0, firstTokensMs: [] };
    for (let turn = 0; turn < turns; turn++) {
      const { text, bytes, firstTokenMs } = await takeTurn(webSocket, modelName);
      if (text !== expected) throw new Error(`An answer of ${text.length} characters.`);
      result.tokens += tokensOf(modelName);
      result.socketBytes += bytes;
      result.firstTokensMs.push(firstTokenMs);
    }
    return result;
  };
  return {
    run: async (modelName, turns, spreadMs) => runSpread(sockets, spreadMs, (socket) => ask(socket, modelName, turns)),
    close: () => sockets.forEach((socket) => socket.terminate()),
  };
}

async function open(port: number): Promise<WebSocket> {
  const webSocket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false, skipUTF8Validation: true });
  await once(webSocket, "open");
  return webSocket;
}

function takeTurn(webSocket: WebSocket, model: string): Promise<{ text: string; bytes: number; firstTokenMs: number }> {
  return new Promise((resolve) => {
    let text = "";
    let bytes = 0;
    let firstTokenMs = 0;
    const startedAt = performance.now();
    const onMessage = (data: Buffer): void => {
      firstTokenMs ||= performance.now() - startedAt;
      bytes += data.length;
      const message = JSON.parse(data.toString());
      if (message.type === "delta") return void (text += message.text);
      webSocket.off("message", onMessage);
      resolve({ text, bytes, firstTokenMs });
    };
    webSocket.on("message", onMessage);
    webSocket.send(JSON.stringify({ model }));
  });
}
