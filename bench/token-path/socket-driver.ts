import type { Socket } from "node:net";
import { v7 as createId } from "uuid";
import type { WebSocket } from "ws";
import { leanText } from "#scripts/bench/provider/lean-answer.ts";
import { openSocket } from "#scripts/bench/system/open-socket.ts";
import { type Driver, type RunResult, tokensOf } from "./driver.ts";
import { runSpread } from "./run-spread.ts";
import { type Stream, takeTurn } from "./take-turn.ts";

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
    run: async (modelName, turns, spreadMs) => runSpread(streams, spreadMs, (stream) => ask(stream, modelName, turns)),
    close: () => streams.forEach(({ webSocket }) => webSocket.terminate()),
  };
}

function bytesRead(webSocket: WebSocket): number {
  const { _socket: socket } = webSocket as unknown as { _socket: Socket };
  return socket.bytesRead;
}
