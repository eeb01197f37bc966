import { connect, type Socket } from "node:net";
import { SOCKET_PROTOCOL } from "#contracts/socket-constants.ts";

/** A client that speaks in bytes, and reads only when it is told to. */
export class RawSocket {
  readonly stream: Socket;
  /** The code of the server's goodbye, 0 where it hung up without one. */
  readonly closed: Promise<number>;
  #heard = Buffer.alloc(0);
  #wakes: (() => void)[] = [];

  /** Opens a socket with this ticket and waits until it is welcomed. */
  static async open(port: number, ticket: string): Promise<RawSocket> {
    const stream = connect(port, "127.0.0.1");
    const socket = new RawSocket(stream);
    stream.write(
      [
        "GET /v1/ws HTTP/1.1",
        `Host: 127.0.0.1:${port}`,
        `Origin: http://127.0.0.1:${port}`,
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Extensions: permessage-deflate",
        `Sec-WebSocket-Protocol: ${SOCKET_PROTOCOL}, ticket.${ticket}`,
        "",
        "",
      ].join("\r\n"),
    );
    await socket.until((text) => text.includes('"welcome"'));
    return socket;
  }

  private constructor(stream: Socket) {
    this.stream = stream;
    stream.on("data", (chunk: Buffer) => this.#hear(chunk));
    stream.on("error", () => {});
    this.closed = new Promise((resolve) => {
      stream.once("close", () => {
        resolve(findCloseCode(this.#heard));
        for (const wake of this.#wakes.splice(0)) wake();
      });
    });
  }

  /** Everything that was heard, as text; the frames' heads among it are a few odd letters. */
  get text(): string {
    return this.#heard.toString("latin1");
  }

  /** Resolves when what was heard is so, or when the socket is closed. */
  async until(isIt: (text: string) => boolean): Promise<void> {
    while (!isIt(this.text) && !this.stream.destroyed) await new Promise<void>((resolve) => this.#wakes.push(resolve));
  }

  write(bytes: Buffer): void {
    if (this.stream.writable) this.stream.write(bytes);
  }

  #hear(chunk: Buffer): void {
    this.#heard = Buffer.concat([this.#heard, chunk]);
    for (const wake of this.#wakes.splice(0)) wake();
  }
}

/** The code in the goodbye that ends what was heard; behind it nothing may come. */
function findCloseCode(heard: Buffer): number {
  const goodbye = heard.subarray(-4);
  return goodbye.length === 4 && goodbye[0] === 0x88 && goodbye[1] === 2 ? goodbye.readUInt16BE(2) : 0;
}
