import { WebSocket } from "ws";
import { SOCKET_PROTOCOL } from "#contracts/socket-constants.ts";
import {
  type ClientFrame,
  type ServerFrame,
  serverFrameSchema,
  type TextDeltaFrame,
  textDeltaFrameSchema,
} from "#contracts/socket-frames.ts";

type Received = ServerFrame | TextDeltaFrame;
type FrameOf<Type extends ServerFrame["type"]> = Extract<ServerFrame, { type: Type }>;
type Unnumbered<Frame> = Frame extends unknown ? Omit<Frame, "requestId"> : never;
type Handshake = { ticket: string; origin?: string; protocols?: string[]; path?: string };

let lastRequest = 0;

/** A client as a browser is one, that keeps everything it hears and checks it against the contract. */
export class TestSocket {
  readonly frames: Received[] = [];
  /** Bytes of payload that came, by whether they were hot frames. */
  readonly bytes = { hot: 0, other: 0 };
  readonly webSocket: WebSocket;
  readonly closed: Promise<{ code: number; status: number | null }>;
  #read = 0;
  #wakes: (() => void)[] = [];

  static open(port: number, { ticket, origin, protocols, path }: Handshake): TestSocket {
    const offered = protocols ?? [SOCKET_PROTOCOL, `ticket.${ticket}`];
    const url = `ws://127.0.0.1:${port}${path ?? "/v1/ws"}`;
    return new TestSocket(new WebSocket(url, offered, { origin: origin ?? `http://127.0.0.1:${port}` }));
  }

  constructor(webSocket: WebSocket) {
    this.webSocket = webSocket;
    webSocket.on("message", (data: Buffer) => this.#receive(data.toString()));
    this.closed = new Promise((resolve) => {
      webSocket.on("unexpected-response", (_request, response) =>
        resolve({ code: 0, status: response.statusCode ?? 0 }),
      );
      webSocket.on("error", () => {});
      webSocket.on("close", (code) => resolve({ code, status: null }));
    });
  }

  /** Sends a frame of the contract and returns the name of the request. */
  send(frame: Unnumbered<ClientFrame>): string {
    const requestId = `request-${++lastRequest}`;
    this.webSocket.send(JSON.stringify({ ...frame, requestId }));
    return requestId;
  }

  /** Sends a frame and waits until it is acknowledged or rejected. */
  async ask(frame: Unnumbered<ClientFrame>): Promise<FrameOf<"ack"> | FrameOf<"reject">> {
    const requestId = this.send(frame);
    return this.until((heard) => isOf(heard, ["ack", "reject"]) && heard.requestId === requestId);
  }

  /** The next frame of this type behind those that `next` gave already. */
  async next<Type extends ServerFrame["type"]>(type: Type): Promise<FrameOf<Type>> {
    for (;;) {
      while (this.#read < this.frames.length) {
        const frame = this.frames[this.#read++];
        if (frame && isOf(frame, [type])) return frame;
      }
      await this.#more();
    }
  }

  /** The first frame, of those heard and those to come, that this is true for. */
  async until<Found extends Received>(isIt: (frame: Received) => boolean): Promise<Found> {
    for (;;) {
      const found = this.frames.find(isIt);
      if (found) return found as Found;
      await this.#more();
    }
  }

  close(): void {
    this.webSocket.terminate();
  }

  #more(): Promise<void> {
    return new Promise((resolve) => this.#wakes.push(resolve));
  }

  #receive(text: string): void {
    const content: unknown = JSON.parse(text);
    const isHot = Array.isArray(content);
    this.bytes[isHot ? "hot" : "other"] += Buffer.byteLength(text);
    this.frames.push(isHot ? textDeltaFrameSchema.parse(content) : serverFrameSchema.parse(content));
    for (const wake of this.#wakes.splice(0)) wake();
  }
}

function isOf<Type extends ServerFrame["type"]>(frame: Received, types: Type[]): frame is FrameOf<Type> {
  return !Array.isArray(frame) && types.some((type) => type === frame.type);
}
