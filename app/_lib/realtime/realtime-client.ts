import { SOCKET_PROTOCOL } from "#contracts/socket-constants.ts";
import type { ClientFrame, ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";
import { afterClose } from "./after-close.ts";
import { agreeVersion } from "./agree-version.ts";
import type { ClientRequest } from "./client-request.ts";
import type { ConnectionStatus } from "./connection-status.ts";
import type { ConversationFollower } from "./conversation-follower.ts";
import { Listeners } from "./listeners.ts";
import { parseServerFrame } from "./parse-server-frame.ts";
import { ANSWER_TIMEOUT_MS, PendingRequests } from "./pending-requests.ts";
import { reconnectDelayMs } from "./reconnect-delay.ts";
import { RequestError } from "./request-error.ts";
import { Silence } from "./silence.ts";
import { speaksVersion } from "./speaks-version.ts";
import { Subscriptions } from "./subscriptions.ts";

/** When attempts have failed for so long the person is told; below it a hiccup, or a server that restarts, stays unseen. */
const QUIET_MS = 5_000;
/** A socket that has not said welcome by then is given up. */
const WELCOME_TIMEOUT_MS = 10_000;
/** A socket that lived this long was a good one: the next attempt begins with the short pauses again. */
const STABLE_AFTER_MS = 5_000;
/** How long a socket that may have died in its sleep has to answer. */
const PROBE_TIMEOUT_MS = 3_000;
/** A server that goes spreads its goodbyes itself; this keeps those that it says at once apart. */
const GOING_DELAY_MS_MAX = 300;
/** After a longer sleep of the device the server has given the socket up. Above the minute at which browsers wake hidden tabs. */
const SLEPT_MS = 90_000;

/** What the client needs from its surroundings; tests give their own. */
export type RealtimeOptions = {
  socketUrl: () => string;
  /** Null: the session has ended. */
  getTicket: () => Promise<string | null>;
  random: () => number;
};

/**
 * One socket to the server that comes back by itself. Requests and subscriptions outlive it: what
 * was not acknowledged is sent again with the same ids, which the server takes as the same request, and
 * what was missed is asked for in the same write.
 */
export class RealtimeClient {
  readonly #options: RealtimeOptions;
  readonly #frames = new Listeners<ServerFrame | TextDeltaFrame>();
  readonly #statuses = new Listeners<ConnectionStatus>();
  readonly #subscriptions = new Subscriptions((request, timeoutMs) => this.#ask(request, timeoutMs));
  readonly #silence = new Silence();
  readonly #requests = new PendingRequests(() => this.#drop());
  #socket: WebSocket | null = null;
  #status: ConnectionStatus = "idle";
  #version = 1;
  #accountAt: string | null = null;
  #attempt = 0;
  #failingSinceMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;
  #isOpening = false;

  constructor(options: RealtimeOptions) {
    this.#options = options;
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  /** True when the server tells by itself what was missed, so that nothing has to be read again after a reconnect. */
  get tellsMissed(): boolean {
    return this.#version >= 2;
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
    if (this.#isClosed || this.#socket || this.#isOpening || this.#isFinal()) return;
    clearTimeout(this.#timer);
    if (this.#status === "idle") this.#setStatus("connecting");
    void this.#open();
  }

  /** What the page shows of the account is as of `at`, a time of the server; from there on changes are asked for. The first call counts. */
  syncAccountFrom(at: string): void {
    this.#accountAt ??= at;
  }

  /** Resolves when the server has acknowledged; rejects with RequestError. Waits while there is no connection. */
  async request(request: ClientRequest): Promise<void> {
    if (this.#status === "signed-out") throw new RequestError("signed-out", "", false);
    const { requestId, answered } = this.#requests.add(request, { isLasting: true });
    if (this.#status === "online") this.#requests.transmit(requestId, (frame) => this.#send(frame));
    else this.connect();
    await answered;
  }

  /** Follows a conversation until the returned function is called. */
  subscribe(conversationId: string, follower: ConversationFollower): () => void {
    this.#subscriptions.set(conversationId, follower);
    if (this.#status === "online") this.resubscribe(conversationId);
    else this.connect();
    return () => {
      const isLast = this.#subscriptions.remove(conversationId, follower);
      if (isLast && this.#status === "online") void this.#ask({ type: "conversation.unsubscribe", conversationId });
    };
  }

  /** Asks the server to go on from where the view stands, as after a gap. Nothing happens without a subscription. */
  resubscribe(conversationId: string): void {
    if (this.#status === "online") this.#subscriptions.ask(conversationId, { tellsMissed: this.tellsMissed });
  }

  /** Finds out whether a socket that may have died in its sleep still answers, and replaces it when not. */
  probe(): void {
    if (this.#status === "online") this.#catchUp(PROBE_TIMEOUT_MS);
    else this.connect();
  }

  /**
   * To be called every few seconds; `lateMs` is by how much the call came too late. After a sleep in which the server
   * has given the socket up it is replaced at once; one that is silent while an answer is being written is probed.
   */
  tick(lateMs: number): void {
    if (this.#status === "idle") return;
    if (lateMs > SLEPT_MS) this.#renew();
    else if (this.#status === "online" && this.#silence.tick() && this.#subscriptions.isAnswerAwaited) this.probe();
  }

  /** Says that the device has lost its network. */
  markOffline(): void {
    if (this.#isFinal() || this.#status === "idle") return;
    this.#setStatus("offline");
    this.#drop();
  }

  /** Ends the connection for good. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
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
    this.#silence.end();
    if (!Array.isArray(frame)) this.#handle(frame);
    this.#frames.emit(frame);
  }

  #handle(frame: ServerFrame): void {
    if (frame.type === "welcome") this.#onWelcome(frame);
    else if (frame.type === "ack") this.#requests.resolve(frame.requestId, frame.at ?? null);
    else if (frame.type === "reject" && frame.requestId !== null) {
      this.#requests.reject(frame.requestId, new RequestError(frame.code, frame.userMessage, frame.isRetryable));
    }
  }

  /** All that there is to say is said in one write: nothing waits for an answer to what stands before it. */
  #onWelcome(frame: Extract<ServerFrame, { type: "welcome" }>): void {
    const version = agreeVersion(frame);
    if (version === null) return this.#becomeOutdated();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#attempt = 0), STABLE_AFTER_MS);
    this.#version = version;
    this.#status = "online";
    if (version >= 2) void this.#ask({ type: "hello", protocolVersion: version });
    this.#requests.transmitLasting((request) => this.#send(request));
    this.#catchUp();
    // Told last: what its listeners send comes behind all this.
    this.#statuses.emit("online");
  }

  /** Asks for all that was missed. */
  #catchUp(timeoutMs = ANSWER_TIMEOUT_MS): void {
    const { tellsMissed } = this;
    const since = this.#accountAt;
    if (tellsMissed) {
      void this.#ask({ type: "account.sync", since }, timeoutMs).then((at) => (this.#accountAt = at ?? since));
    }
    for (const id of this.#subscriptions.conversationIds) this.#subscriptions.ask(id, { tellsMissed, timeoutMs });
  }

  #onClose(code: number): void {
    this.#detach();
    if (this.#isClosed) return;
    const next = afterClose(code);
    if (next === "sign-out") this.#signOut();
    else if (next === "outdated") this.#becomeOutdated();
    else if (next === "rest") this.#setStatus("connecting");
    else {
      if (next === "fault") this.#requests.rejectRepeated(new RequestError("invalid-input", "", false));
      // A server that is always going is one that fails: from the second time on the pauses grow.
      this.#retry(next === "come-back" && this.#attempt === 0 ? GOING_DELAY_MS_MAX : undefined);
    }
  }

  /** Gives the socket up and goes on with a new one. */
  #drop(): void {
    const socket = this.#detach();
    if (!socket) return;
    socket.close();
    this.#retry();
  }

  /** Goes on with a new socket without a pause. */
  #renew(): void {
    const socket = this.#detach();
    socket?.close();
    if (socket) this.#setStatus("connecting");
    this.connect();
  }

  #detach(): WebSocket | null {
    const socket = this.#socket;
    this.#socket = null;
    clearTimeout(this.#timer);
    this.#requests.pause();
    this.#subscriptions.forgetAsked();
    return socket;
  }

  #retry(boundMs?: number): void {
    if (this.#isClosed) return;
    const random = this.#options.random();
    const delayMs = boundMs === undefined ? reconnectDelayMs(this.#attempt, random) : boundMs * random;
    if (this.#attempt === 0) this.#failingSinceMs = Date.now();
    this.#attempt += 1;
    const isQuiet = this.#status !== "offline" && Date.now() - this.#failingSinceMs < QUIET_MS;
    this.#setStatus(isQuiet ? "connecting" : "offline");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.connect(), delayMs);
  }

  #signOut(): void {
    this.#setStatus("signed-out");
    this.#requests.rejectAll(new RequestError("signed-out", "", false));
  }

  #becomeOutdated(): void {
    this.#detach()?.close();
    this.#setStatus("outdated");
  }

  #isFinal(): boolean {
    return this.#status === "signed-out" || this.#status === "outdated";
  }

  /** A request that belongs to this socket alone: the next connection makes its own. Resolves to undefined when it was refused. */
  async #ask(request: ClientRequest, timeoutMs = ANSWER_TIMEOUT_MS): Promise<string | null | undefined> {
    const { requestId, answered } = this.#requests.add(request, { isLasting: false, timeoutMs });
    this.#requests.transmit(requestId, (frame) => this.#send(frame));
    return answered.catch(() => undefined);
  }

  #send(frame: ClientFrame): void {
    if (speaksVersion(frame, this.#version)) this.#socket?.send(JSON.stringify(frame));
    else this.#requests.reject(frame.requestId, new RequestError("internal", "", true));
  }

  #setStatus(status: ConnectionStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#statuses.emit(status);
  }
}
