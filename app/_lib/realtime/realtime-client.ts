import { SOCKET_CLOSE_CODES, SOCKET_PROTOCOL } from "#contracts/socket-constants.ts";
import type { Cursor, ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";
import type { ClientRequest } from "./client-request.ts";
import type { ConnectionStatus } from "./connection-status.ts";
import { Listeners } from "./listeners.ts";
import { parseServerFrame } from "./parse-server-frame.ts";
import { PendingRequests } from "./pending-requests.ts";
import { reconnectDelayMs } from "./reconnect-delay.ts";
import { RequestError } from "./request-error.ts";

/** From this many failed attempts in a row the person is told; below it, a hiccup stays unseen. */
const QUIET_ATTEMPTS_MAX = 2;
/** A socket that has not said welcome by then is given up. */
const WELCOME_TIMEOUT_MS = 10_000;

type GetCursors = () => Record<string, Cursor>;

/** What the client needs from its surroundings; tests give their own. */
export type RealtimeOptions = {
  socketUrl: () => string;
  /** Null: the session has ended. */
  getTicket: () => Promise<string | null>;
  random: () => number;
};

/**
 * One socket to the server that comes back by itself. Requests and subscriptions outlive it: what
 * was not acknowledged is sent again with the same ids, which the server takes as the same request.
 */
export class RealtimeClient {
  readonly #options: RealtimeOptions;
  readonly #frames = new Listeners<ServerFrame | TextDeltaFrame>();
  readonly #statuses = new Listeners<ConnectionStatus>();
  readonly #subscriptions = new Map<string, GetCursors>();
  readonly #requests = new PendingRequests(() => this.#drop());
  #socket: WebSocket | null = null;
  #status: ConnectionStatus = "idle";
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;
  #isOpening = false;

  constructor(options: RealtimeOptions) {
    this.#options = options;
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  onStatus(listener: (status: ConnectionStatus) => void): () => void {
    return this.#statuses.add(listener);
  }

  /** Every frame of the server, the hot one included, in the order in which they came. */
  onFrame(listener: (frame: ServerFrame | TextDeltaFrame) => void): () => void {
    return this.#frames.add(listener);
  }

  /** Opens the socket unless there is one or one is on its way; skips the pause before a next attempt. */
  connect(): void {
    if (this.#isClosed || this.#socket || this.#isOpening || this.#status === "signed-out") return;
    clearTimeout(this.#timer);
    if (this.#status === "idle") this.#setStatus("connecting");
    void this.#open();
  }

  /** Resolves when the server has acknowledged; rejects with RequestError. Waits while there is no connection. */
  request(request: ClientRequest): Promise<void> {
    if (this.#status === "signed-out") return Promise.reject(new RequestError("signed-out", "", false));
    const { requestId, answered } = this.#requests.add(request, true);
    if (this.#status === "online") this.#requests.transmit(requestId, (frame) => this.#send(frame));
    else this.connect();
    return answered;
  }

  /** Follows a conversation until the returned function is called. `getCursors` is asked anew on each connection. */
  subscribe(conversationId: string, getCursors: GetCursors): () => void {
    this.#subscriptions.set(conversationId, getCursors);
    if (this.#status === "online") this.resubscribe(conversationId);
    else this.connect();
    return () => {
      if (this.#subscriptions.get(conversationId) !== getCursors) return;
      this.#subscriptions.delete(conversationId);
      if (this.#status === "online") this.#ask({ type: "conversation.unsubscribe", conversationId });
    };
  }

  /** Asks the server to go on from the present cursors, as after a gap. Nothing happens without a subscription. */
  resubscribe(conversationId: string): void {
    const getCursors = this.#subscriptions.get(conversationId);
    if (!getCursors || this.#status !== "online") return;
    this.#ask({ type: "conversation.subscribe", conversationId, cursors: getCursors() });
  }

  /** Finds out whether a socket that may have died in its sleep still answers, and replaces it when not. */
  probe(): void {
    if (this.#status !== "online") this.connect();
    else for (const conversationId of this.#subscriptions.keys()) this.resubscribe(conversationId);
  }

  /** Says that the device has lost its network. */
  markOffline(): void {
    if (this.#status === "signed-out" || this.#status === "idle") return;
    this.#attempt = QUIET_ATTEMPTS_MAX;
    this.#drop();
    this.#setStatus("offline");
  }

  /** Ends the connection for good. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#requests.pause();
    this.#detach()?.close();
  }

  async #open(): Promise<void> {
    this.#isOpening = true;
    try {
      const ticket = await this.#options.getTicket();
      if (this.#isClosed) return;
      if (ticket === null) return this.#signOut();
      this.#attach(new WebSocket(this.#options.socketUrl(), [SOCKET_PROTOCOL, `ticket.${ticket}`]));
    } catch {
      // Not reachable: the next attempt is the answer, and the status tells the person.
      this.#retry();
    } finally {
      this.#isOpening = false;
    }
  }

  #attach(socket: WebSocket): void {
    this.#socket = socket;
    socket.addEventListener("message", (event) => this.#socket === socket && this.#receive(event.data));
    socket.addEventListener("close", (event) => this.#socket === socket && this.#onClose(event.code));
    this.#timer = setTimeout(() => this.#drop(), WELCOME_TIMEOUT_MS);
  }

  #receive(data: unknown): void {
    const frame = parseServerFrame(data);
    if (frame === null) return;
    if (!Array.isArray(frame)) this.#handle(frame);
    this.#frames.emit(frame);
  }

  #handle(frame: ServerFrame): void {
    if (frame.type === "welcome") this.#onWelcome();
    else if (frame.type === "ack") this.#requests.resolve(frame.requestId);
    else if (frame.type === "reject" && frame.requestId !== null) {
      this.#requests.reject(frame.requestId, new RequestError(frame.code, frame.userMessage, frame.isRetryable));
    }
  }

  #onWelcome(): void {
    clearTimeout(this.#timer);
    this.#attempt = 0;
    this.#setStatus("online");
    this.#requests.transmitAll((frame) => this.#send(frame));
    for (const conversationId of this.#subscriptions.keys()) this.resubscribe(conversationId);
  }

  #onClose(code: number): void {
    this.#detach();
    if (this.#isClosed) return;
    if (code === SOCKET_CLOSE_CODES.sessionEnded) this.#signOut();
    else this.#retry();
  }

  /** Gives the socket up and goes on with a new one. */
  #drop(): void {
    const socket = this.#detach();
    if (!socket) return;
    socket.close();
    this.#retry();
  }

  #detach(): WebSocket | null {
    const socket = this.#socket;
    this.#socket = null;
    clearTimeout(this.#timer);
    this.#requests.pause();
    return socket;
  }

  #retry(): void {
    if (this.#isClosed) return;
    const delayMs = reconnectDelayMs(this.#attempt, this.#options.random());
    this.#attempt += 1;
    this.#setStatus(this.#attempt > QUIET_ATTEMPTS_MAX ? "offline" : "connecting");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.connect(), delayMs);
  }

  #signOut(): void {
    this.#setStatus("signed-out");
    this.#requests.rejectAll(new RequestError("signed-out", "", false));
  }

  /** A request whose outcome nobody waits for: the next connection makes its own. */
  #ask(request: ClientRequest): void {
    const { requestId, answered } = this.#requests.add(request, false);
    answered.catch(() => undefined);
    this.#requests.transmit(requestId, (frame) => this.#send(frame));
  }

  #send(frame: object): void {
    this.#socket?.send(JSON.stringify(frame));
  }

  #setStatus(status: ConnectionStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#statuses.emit(status);
  }
}
