import type { Socket } from "node:net";
import type { WebSocket } from "ws";

/** Counts the bytes that come to a socket and reads none of them, so that a thousand viewers cost little. */
export class SilentViewer {
  bytes = 0;
  readonly #webSocket: WebSocket;

  /** Takes the socket over: nothing else hears of it from now on. It answers no ping, so it lives for some 25 seconds. */
  constructor(webSocket: WebSocket) {
    this.#webSocket = webSocket;
    const { _socket: socket } = webSocket as unknown as { _socket: Socket };
    socket.removeAllListeners("data");
    socket.on("data", (chunk) => (this.bytes += chunk.length));
  }

  close(): void {
    this.#webSocket.terminate();
  }
}
