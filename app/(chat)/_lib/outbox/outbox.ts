import type { ClientRequest } from "#app/_lib/realtime/client-request.ts";
import { Listeners } from "#app/_lib/realtime/listeners.ts";
import { RequestError } from "#app/_lib/realtime/request-error.ts";
import type { Id } from "#contracts/ids.ts";
import { toMessageError } from "../conversation/to-message-error.ts";
import type { OutboxItem } from "./outbox-item.ts";
import type { OutboxStorage } from "./outbox-storage.ts";

/**
 * How long a message waits whose answer above is still being written, as the server says: by then this tab has heard of
 * it, too, and lets it wait for the end; where it has not, this is how often it asks.
 */
const BUSY_DELAY_MS = 1_000;

/** A message that another tab has not got through by then is sent from here as well: that tab may be gone. */
const ORPHANED_AFTER_MS = 10_000;

type Send = (request: ClientRequest) => Promise<void>;

/**
 * What a person wrote and the server does not have yet. It outlives reloads and crashes, and leaves only when the
 * server has acknowledged it, when the person takes it back, or when another tab saw one of both happen.
 */
export class Outbox {
  readonly #storage: OutboxStorage;
  readonly #send: Send;
  readonly #items: Map<Id, OutboxItem>;
  readonly #onTheirWay = new Set<Id>();
  readonly #changes = new Listeners<{ isLocal: boolean }>();

  constructor(storage: OutboxStorage, send: Send) {
    this.#storage = storage;
    this.#send = send;
    this.#items = new Map(storage.list().map((item) => [item.messageId, item]));
  }

  /** All of it, or that of one conversation, in the order in which it was written. */
  list(conversationId?: Id): OutboxItem[] {
    const items = [...this.#items.values()].filter(
      (item) => (conversationId ?? item.conversationId) === item.conversationId,
    );
    return items.toSorted((a, b) => (a.messageId < b.messageId ? -1 : 1));
  }

  /** Tells of every change, in this tab (`isLocal`) or another. */
  onChange(listener: (change: { isLocal: boolean }) => void): () => void {
    return this.#changes.add(listener);
  }

  /** Adds messages, or replaces them by id, as one change; those that are `sending` are sent. */
  put(...items: OutboxItem[]): void {
    for (const item of items) {
      this.#items.set(item.messageId, item);
      this.#storage.put(item);
    }
    this.#changes.emit({ isLocal: true });
    this.sendAll();
  }

  /** The server has it, or the person has taken it back. Safe to repeat. */
  remove(messageId: Id): void {
    this.#storage.remove(messageId);
    if (this.#items.delete(messageId)) this.#changes.emit({ isLocal: true });
  }

  /** Sends what is to be sent and is not on its way. To be called with each connection. */
  sendAll(): void {
    for (const item of this.list()) {
      if (item.state === "sending" && !this.#onTheirWay.has(item.messageId)) void this.#deliver(item);
    }
  }

  /** Takes in what another tab did. */
  receive(event: Pick<StorageEvent, "key" | "newValue">): void {
    const change = this.#storage.readEvent(event);
    if (!change) return;
    if (change.item) this.#items.set(change.messageId, change.item);
    else this.#items.delete(change.messageId);
    if (change.item?.state === "sending") setTimeout(() => this.sendAll(), ORPHANED_AFTER_MS);
    this.#changes.emit({ isLocal: false });
  }

  async #deliver(item: OutboxItem): Promise<void> {
    const { conversationId, messageId, parentId, modelId, answerId, generationId, text } = item;
    this.#onTheirWay.add(messageId);
    try {
      const place = { conversationId, messageId, parentId, answerId, generationId };
      await this.#send({ type: "message.send", ...place, parts: [{ type: "text", text }], modelId });
      this.#onTheirWay.delete(messageId);
      this.remove(messageId);
    } catch (error) {
      // First of all: whoever hears of the outcome may send it again at once.
      this.#onTheirWay.delete(messageId);
      this.#onUndelivered(item, error);
    }
  }

  #queue(item: OutboxItem): void {
    if (this.#items.get(item.messageId)?.state === "sending") this.put({ ...item, state: "queued" });
  }

  /** Without an answer it stays, for the next connection. The answer above it may still be written: then it waits for that. */
  #onUndelivered(item: OutboxItem, error: unknown): void {
    const isAnswered = error instanceof RequestError && error.code !== "timed-out" && error.code !== "signed-out";
    if (!isAnswered || !this.#items.has(item.messageId)) return;
    if (error.code === "busy" && item.parentId !== null) setTimeout(() => this.#queue(item), BUSY_DELAY_MS);
    else this.put({ ...item, state: "refused", error: toMessageError(error) });
  }
}
