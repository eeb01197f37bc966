import { WebSocket } from "ws";
import { SOCKET_CLOSE_CODES, SOCKET_PROTOCOL } from "#contracts/socket-constants.ts";
import {
  type ClientFrame,
  type ServerFrame,
  serverFrameSchema,
  type TextDeltaFrame,
  textDeltaFrameSchema,
} from "#contracts/socket-frames.ts";

/** A process that takes a connection and then says nothing is given up after so long. */
const WELCOME_WITHIN_MS = 1_500;

const QUOTED_MAX = 300;

/** Why the server may close a socket of this client: because it goes. All other codes of the contract are for clients that do wrong. */
const UNWANTED = Object.entries(SOCKET_CLOSE_CODES).filter(([reason]) => reason !== "serverGoing");

export type SocketEvents = {
  onFrame: (frame: ServerFrame | TextDeltaFrame) => void;
  /** Something came that is no frame of the contract, or a goodbye that is for others. */
  onNonsense: (sentence: string) => void;
  /** It is gone, or never came about. Not called where the client itself left. */
  onLost: () => void;
};

/** How a client leaves: without a word, with the connection still open, or with a goodbye. */
export type Leaving = "destroy" | "half-open" | "close";

/** One socket of a client, which checks every frame against the contract. */
export class ClientSocket {
  readonly #webSocket: WebSocket;
  readonly #events: SocketEvents;
  readonly #patience: NodeJS.Timeout;
  #hasLeft = false;

  constructor(port: number, ticket: string, events: SocketEvents) {
    this.#events = events;
    this.#webSocket = new WebSocket(`ws://127.0.0.1:${port}/v1/ws`, [SOCKET_PROTOCOL, `ticket.${ticket}`], {
      origin: `http://127.0.0.1:${port}`,
    });
    this.#patience = setTimeout(() => this.giveUp(), WELCOME_WITHIN_MS);
    this.#webSocket.on("message", (data: Buffer) => this.#receive(data.toString()));
    // What went wrong with a socket that died does not matter: "close" follows.
    this.#webSocket.on("error", () => undefined);
    this.#webSocket.on("close", (code) => {
      const reason = UNWANTED.find(([, unwanted]) => unwanted === code)?.[0];
      if (reason && !this.#hasLeft) this.#events.onNonsense(`was closed with ${reason}`);
      this.#lose();
    });
  }

  send(frame: ClientFrame): void {
    if (this.#webSocket.readyState === WebSocket.OPEN) this.#webSocket.send(JSON.stringify(frame));
  }

  /** Hangs up because nothing comes, and says so to the client. */
  giveUp(): void {
    this.#webSocket.terminate();
    this.#lose();
  }

  /** Leaves; nothing that still comes is heard. A half-open one reads no more and is never closed by us. */
  leave(how: Leaving): void {
    this.#hasLeft = true;
    clearTimeout(this.#patience);
    if (how === "destroy") this.#webSocket.terminate();
    else if (how === "close") this.#webSocket.close();
    else this.#webSocket.pause();
  }

  /** Ends also what was left half-open. */
  destroy(): void {
    this.leave("destroy");
  }

  #receive(text: string): void {
    if (this.#hasLeft) return;
    const content: unknown = JSON.parse(text);
    const parsed = (Array.isArray(content) ? textDeltaFrameSchema : serverFrameSchema).safeParse(content);
    if (!parsed.success) return this.#events.onNonsense(`got a frame that is none: ${text.slice(0, QUOTED_MAX)}`);
    const frame = parsed.data;
    if (!Array.isArray(frame) && frame.type === "welcome") clearTimeout(this.#patience);
    this.#events.onFrame(frame);
  }

  #lose(): void {
    if (this.#hasLeft) return;
    this.#hasLeft = true;
    clearTimeout(this.#patience);
    this.#events.onLost();
  }
}
