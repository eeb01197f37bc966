import type { Socket } from "node:net";
import { v7 as createId } from "uuid";
import type { WebSocket } from "ws";
import { leanText } from "#scripts/bench/provider/lean-answer.ts";
import { openSocket } from "#scripts/bench/system/open-socket.ts";
import { type Driver, type RunResult, tokensOf } from "./driver.ts";
import { runSpread } from "./run-spread.ts";

type Stream = { webSocket: WebSocket; conversationId: string; parentId: string | null };
type Heard = { text: string; firstTokenMs: number };

/** Answers through the gateway on `port`, a conversation and a socket for each ticket. `connectionId/` comes before the model's name. */
export async function createSocketDriver(
  port: number,
  tickets: readonly string[],
  connectionId: string,
): Promise<Driver> {
  const streams = await Promise.all(
    tickets.map(async (ticket): Promise<Stream> => {
      return { webSocket: await openSocket({ port, ticket }), conversationId: createId(), parentId: null };
    }),
  );
  const ask = async (stream: Stream, modelName: string, turns: number): Promise<RunResult> => {
    const expected = leanText(tokensOf(modelName));
    const bytesBefore = bytesRead(stream.webSocket);
    const firstTokensMs: number[] = [];
    for (let turn = 0; turn < turns; turn++) {
      const { text, firstTokenMs } = await takeTurn(stream, `${connectionId}/${modelName}`);
      if (text !== expected) throw new Error(`An answer of ${text.length} instead of ${expected.length} characters.`);
      firstTokensMs.push(firstTokenMs);
    }
    const socketBytes = bytesRead(stream.webSocket) - bytesBefore;
    return { tokens: turns * tokensOf(modelName), socketBytes, firstTokensMs };
  };
  return {
    run: async (modelName, turns) => runSpread(streams, (stream) => ask(stream, modelName, turns)),
    close: () => streams.forEach(({ webSocket }) => webSocket.terminate()),
  };
}

function takeTurn(stream: Stream, modelId: string): Promise<Heard> {
  const { webSocket, conversationId, parentId } = stream;
  const ids = { messageId: createId(), answerId: createId(), generationId: createId() };
  stream.parentId = ids.answerId;
  return new Promise((resolve, reject) => {
    let text = "";
    let firstTokenMs = 0;
    const startedAt = performance.now();
    const onMessage = (data: Buffer): void => {
      const frame = JSON.parse(data.toString());
      text = grow(text, frame);
      if (text !== "") firstTokenMs ||= performance.now() - startedAt;
      const isOver = frame.type === "generation.end" || frame.type === "reject";
      if (!isOver) return;
      webSocket.off("message", onMessage);
      if (frame.message?.status === "ended") resolve({ text, firstTokenMs });
      else reject(new Error(data.toString().slice(0, 500)));
    };
    webSocket.on("message", onMessage);
    const parts = [{ type: "text", text: "Tell me something about rivers and the sea." }];
    const turn = { type: "message.send", requestId: ids.messageId, conversationId, parentId, parts, modelId, ...ids };
    webSocket.send(JSON.stringify(turn));
  });
}

/** The text that is shown after one more frame. */
function grow(text: string, frame: { type?: string; parts?: { text?: string }[] } | [string, number, string]): string {
  if (Array.isArray(frame)) return text + frame[2];
  if (frame.type !== "generation.snapshot") return text;
  return (frame.parts ?? []).map((part) => part.text ?? "").join("");
}

function bytesRead(webSocket: WebSocket): number {
  const { _socket: socket } = webSocket as unknown as { _socket: Socket };
  return socket.bytesRead;
}
