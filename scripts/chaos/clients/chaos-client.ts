import type { Message } from "#contracts/message.ts";
import type { ClientFrame, ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";
import type { Random } from "#scripts/make-data/random.ts";
import { AnswerViews } from "./answer-views.ts";
import { ClientRequests, type Reply, type Request } from "./client-requests.ts";
import { ClientSocket, type Leaving } from "./client-socket.ts";
import type { Door, QueuedMessage } from "./door.ts";
import type { Journal } from "./journal.ts";
import { MessageBook } from "./message-book.ts";
import { RecentFrames } from "./recent-frames.ts";

/** The version of the frames that this client speaks, where the server does. */
const SPEAKS_VERSION = 2;

/** Between two attempts, and how long one request may stay unanswered on an open socket. */
const RETRY_MS = { min: 40, max: 250 };
const PATIENCE_MS = 2_000;

export type ClientOptions = {
  name: string;
  conversationIds: readonly string[];
  door: Door;
  random: Random;
  journal: Journal;
};

/** A person's open page as far as the wire goes: it talks, comes back by itself, and writes down what it shows. */
export class ChaosClient {
  readonly views: AnswerViews;
  readonly book = new MessageBook();
  readonly recent = new RecentFrames();
  readonly #options: ClientOptions;
  readonly #requests = new ClientRequests();
  readonly #followed = new Map<string, string | undefined>();
  readonly #left: ClientSocket[] = [];
  #socket: ClientSocket | null = null;
  #isOnline = false;
  #version = 1;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;
  #isAway = false;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.views = new AnswerViews(options.name, options.journal);
  }

  get name(): string {
    return this.#options.name;
  }

  /** Nothing is asked or shown that has not come to its end. */
  get isQuiet(): boolean {
    return this.#requests.count === 0 && this.views.running.length === 0;
  }

  /** What was asked and not answered. */
  get unanswered(): string[] {
    return this.#requests.describe();
  }

  get speaksNewest(): boolean {
    return this.#version >= SPEAKS_VERSION;
  }

  /** Opens a socket and goes on doing so until `close`. */
  connect(): void {
    this.#isAway = false;
    clearTimeout(this.#timer);
    void this.#open();
  }

  /** Resolves when the server has answered, on whichever socket. */
  request(request: Request): Promise<Reply> {
    return this.#requests.add(request, true, this.#isOnline ? (frame) => this.#send(frame) : null);
  }

  /** Sends a message without the socket. Resolves when it was answered; a door that is shut counts as a refusal for the moment. */
  async queueMessage(message: QueuedMessage): Promise<Pick<Reply, "code" | "isRetryable">> {
    return this.#options.door.queueMessage(message).catch(() => ({ code: "internal", isRetryable: true }) as const);
  }

  /** Leaves without coming back by itself. */
  leave(how: Leaving): void {
    this.#isAway = true;
    clearTimeout(this.#timer);
    this.#detach()?.leave(how);
  }

  /** Throws the page away and reads it anew, as a browser's reload does. Rejects where it cannot be read. */
  async reload(): Promise<void> {
    this.leave("destroy");
    this.views.forget();
    this.book.forget();
    this.#followed.clear();
    for (const id of this.#options.conversationIds) await this.readPage(id);
  }

  /** Reads a conversation as a page does. Rejects where it cannot be read. */
  async readPage(conversationId: string): Promise<void> {
    const at = new Date().toISOString();
    const messages = await this.#options.door.readPage(conversationId);
    if (!messages) return;
    for (const message of messages) this.#put(message);
    this.#followed.set(conversationId, at);
  }

  /** Hangs up for good, half-open sockets included; what is shown stays written down. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#detach()?.destroy();
    for (const socket of this.#left) socket.destroy();
  }

  async #open(): Promise<void> {
    try {
      const ticket = await this.#options.door.getTicket();
      if (this.#isClosed || this.#isAway || this.#socket) return;
      const port = this.#options.door.pickPort(this.#options.random.next());
      const socket = new ClientSocket(port, ticket, {
        onFrame: (frame) => this.#receive(frame),
        onNonsense: (sentence) =>
          this.#options.journal.complaints.push({ client: this.name, generationId: null, sentence }),
        onLost: () => this.#lose(),
      });
      this.#socket = socket;
      this.#left.push(socket);
    } catch {
      // Who gives tickets is away at the moment: the next attempt is the answer.
      this.#retry();
    }
  }

  #lose(): void {
    this.#detach();
    this.#retry();
  }

  #retry(): void {
    if (this.#isClosed || this.#isAway) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#open(), this.#options.random.integer(RETRY_MS.min, RETRY_MS.max));
  }

  #detach(): ClientSocket | null {
    if (this.#socket) this.recent.note("socket gone");
    const socket = this.#socket;
    this.#socket = null;
    this.#isOnline = false;
    clearTimeout(this.#timer);
    this.#requests.loseSocket();
    this.views.loseSocket();
    return socket;
  }

  #receive(frame: ServerFrame | TextDeltaFrame): void {
    this.recent.hear(frame);
    if (Array.isArray(frame)) return this.#grow(frame[0], frame[1], { type: "text-delta", text: frame[2] });
    switch (frame.type) {
      case "welcome":
        return this.#greet(frame.protocolVersion);
      case "ack":
      case "reject":
        return this.#requests.answer(frame);
      case "message.put":
        return this.#put(frame.message);
      case "generation.snapshot":
      case "generation.resume":
        return this.views.place(frame);
      case "generation.part":
        return this.#grow(frame.channel, frame.seq, frame.part);
      case "generation.end":
        return this.#end(frame);
      case "conversation.put":
        return this.#hearOf(frame.conversation.id);
      case "conversation.stale":
        return void this.readPage(frame.conversationId).catch(() => this.#socket?.giveUp());
      case "conversation.delete":
      case "account.stale":
      case "models.changed":
      case "settings.changed":
    }
  }

  #greet(protocolVersion: number): void {
    this.#isOnline = true;
    this.#version = Math.min(protocolVersion, SPEAKS_VERSION);
    if (this.speaksNewest) this.#send({ type: "hello", requestId: "hello", protocolVersion: SPEAKS_VERSION });
    this.#requests.sendAgain((frame) => this.#send(frame));
    for (const id of this.#followed.keys()) void this.#follow(id);
    this.#watch();
  }

  /** Gives a socket up on which nothing is answered, as one of a process that stands still. */
  #watch(): void {
    this.#timer = setTimeout(() => {
      if (this.#requests.isOverdue(PATIENCE_MS)) this.#socket?.giveUp();
      else this.#watch();
    }, PATIENCE_MS / 4);
  }

  #hearOf(conversationId: string): void {
    if (!this.#options.conversationIds.includes(conversationId) || this.#followed.has(conversationId)) return;
    // What was there before is read as a page reads it; what comes from now on, the subscription brings.
    this.readPage(conversationId).then(
      () => this.#follow(conversationId),
      () => this.#socket?.giveUp(),
    );
  }

  async #follow(conversationId: string): Promise<void> {
    const since = this.#followed.get(conversationId);
    const cursors = this.views.cursors(conversationId);
    const named = this.speaksNewest && since !== undefined ? { since } : {};
    const reply = await this.#ask({ type: "conversation.subscribe", conversationId, cursors, ...named });
    if (reply.code === null) this.#followed.set(conversationId, reply.at ?? since);
    // Where the database was away for a moment. A lost socket makes the next one ask.
    else if (reply.isRetryable && reply.code !== "interrupted") {
      setTimeout(() => this.#isOnline && void this.#follow(conversationId), RETRY_MS.max);
    }
  }

  #grow(channel: string, seq: number, part: Parameters<AnswerViews["grow"]>[2]): void {
    if (this.views.grow(channel, seq, part)) return;
    for (const id of this.#followed.keys()) void this.#follow(id);
  }

  #put(message: Message): void {
    this.book.put(message);
    this.views.put(message);
    if (!this.#followed.has(message.conversationId)) this.#followed.set(message.conversationId, undefined);
  }

  #end(frame: Extract<ServerFrame, { type: "generation.end" }>): void {
    this.book.put(frame.message);
    if (this.views.end(frame)) return;
    const { conversationId, id: answerId } = frame.message;
    void this.#ask({ type: "answer.reread", conversationId, answerId });
  }

  /** A request that is made anew on the next socket, so that it need not outlive this one. */
  #ask(request: Request): Promise<Reply> {
    return this.#requests.add(request, false, (frame) => this.#send(frame));
  }

  #send(frame: ClientFrame): void {
    this.recent.say(frame);
    this.#socket?.send(frame);
  }
}
