import type { OutboxItem } from "./outbox-item.ts";
import { parseOutboxItem } from "./parse-outbox-item.ts";

const PREFIX = "polylogue.outbox.";

/** What this needs of a browser's storage; `localStorage` is one. */
export type KeptStorage = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

/** The messages of one account that this browser still has to send, each under a key of its own: tabs never write over each other. */
export class OutboxStorage {
  readonly #storage: KeptStorage;
  readonly #prefix: string;

  constructor(storage: KeptStorage, accountId: string) {
    this.#storage = storage;
    this.#prefix = `${PREFIX}${accountId}.`;
  }

  list(): OutboxItem[] {
    const count = this.#attempt(() => this.#storage.length) ?? 0;
    const keys = Array.from({ length: count }, (_, index) => this.#attempt(() => this.#storage.key(index)));
    return keys.flatMap((key) => {
      const kept = key?.startsWith(this.#prefix) ? this.#attempt(() => this.#storage.getItem(key)) : null;
      const item = kept === null ? null : parseOutboxItem(kept);
      return item ? [item] : [];
    });
  }

  put(item: OutboxItem): void {
    this.#attempt(() => this.#storage.setItem(this.#prefix + item.messageId, JSON.stringify(item)));
  }

  remove(messageId: string): void {
    this.#attempt(() => this.#storage.removeItem(this.#prefix + messageId));
  }

  /** What another tab did, from its storage event; null when it concerns something else. */
  readEvent({
    key,
    newValue,
  }: Pick<StorageEvent, "key" | "newValue">): { messageId: string; item: OutboxItem | null } | null {
    if (!key?.startsWith(this.#prefix)) return null;
    return { messageId: key.slice(this.#prefix.length), item: newValue === null ? null : parseOutboxItem(newValue) };
  }

  /** A browser may forbid storing or be full: then a message waits as long as the page lives. */
  #attempt<Result>(act: () => Result): Result | null {
    try {
      return act();
    } catch (error) {
      if (error instanceof DOMException) return null;
      throw error;
    }
  }
}
