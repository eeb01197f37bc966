import { hash } from "node:crypto";
import { Worker } from "node:worker_threads";
import { boundTokens } from "./bound-tokens.ts";
import type { Tokenizer } from "#contracts/catalogue-document.ts";

/** What the thread is asked, and what it answers; `counts` null: it could not. */
export type CountQuestion = { id: number; texts: readonly string[]; tokenizer: Tokenizer };
export type CountAnswer = { id: number; counts: number[] | null; reason?: string };

/** So many counts are remembered: the turns of some hundred lively conversations, in about 2 MB. */
const REMEMBERED_MAX = 20_000;
/** A shorter text is counted again rather than remembered: to name it would cost as much. */
const REMEMBERED_LENGTH_MIN = 200;
/** A thread that was asked nothing for so long is ended: its encoding takes some 80 MB, and is read again in 200 ms. */
const REST_AFTER_MS = 10 * 60_000;

type Asked = { resolve: (counts: number[] | null) => void };

/**
 * Counts tokens in a thread of its own, which is started by the first question, ended after ten minutes without one and keeps no process
 * alive, so that no text holds up whoever streams. Turns that were counted lately are known. Never throws: where the thread is gone or
 * cannot be started, the answer is the most that it can be.
 */
export class TokenCounter {
  readonly #startThread: () => Worker;
  readonly #remembered = new Map<string, number>();
  readonly #asked = new Map<number, Asked>();
  #thread: Worker | null = null;
  #lastId = 0;
  #rest: NodeJS.Timeout | undefined;

  constructor(startThread: () => Worker = startCountingThread) {
    this.#startThread = startThread;
  }

  /** The tokens of each text, in their order, as the family counts them. */
  async count(texts: readonly string[], tokenizer: Tokenizer): Promise<number[]> {
    const keys = texts.map((text) => nameText(text, tokenizer));
    const known = keys.map((key) => (key === null ? undefined : this.#remembered.get(key)));
    const missing = texts.filter((_text, index) => known[index] === undefined);
    const counted = missing.length === 0 ? [] : await this.#ask(missing, tokenizer);
    let next = 0;
    return texts.map((text, index) => {
      const count = known[index] ?? counted?.[next++];
      if (count === undefined) return boundTokens(text);
      this.#remember(keys[index] ?? null, count);
      return count;
    });
  }

  /** Ends the thread. Who asks afterwards starts another one. */
  async stop(): Promise<void> {
    clearTimeout(this.#rest);
    const thread = this.#thread;
    this.#lose(thread);
    await thread?.terminate();
  }

  async #ask(texts: readonly string[], tokenizer: Tokenizer): Promise<number[] | null> {
    clearTimeout(this.#rest);
    const id = (this.#lastId += 1);
    const { promise, resolve } = Promise.withResolvers<number[] | null>();
    this.#asked.set(id, { resolve });
    try {
      const question: CountQuestion = { id, texts, tokenizer };
      this.#thread ??= this.#start();
      this.#thread.ref();
      this.#thread.postMessage(question, []);
    } catch {
      // No thread to be had here: the bound is an answer, too.
      this.#settle({ id, counts: null });
    }
    return promise;
  }

  #start(): Worker {
    const thread = this.#startThread();
    thread.on("message", (answer: CountAnswer) => this.#settle(answer));
    thread.on("error", () => this.#lose(thread));
    thread.on("exit", () => this.#lose(thread));
    return thread;
  }

  #settle({ id, counts }: CountAnswer): void {
    this.#asked.get(id)?.resolve(counts);
    this.#asked.delete(id);
    if (this.#asked.size > 0) return;
    this.#thread?.unref();
    this.#rest = setTimeout(() => void this.stop(), REST_AFTER_MS).unref();
  }

  #lose(thread: Worker | null): void {
    if (thread !== this.#thread) return;
    this.#thread = null;
    for (const { resolve } of this.#asked.values()) resolve(null);
    this.#asked.clear();
  }

  #remember(key: string | null, count: number): void {
    if (key === null) return;
    this.#remembered.delete(key);
    this.#remembered.set(key, count);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED_MAX && oldest !== undefined) this.#remembered.delete(oldest);
  }
}

function nameText(text: string, tokenizer: Tokenizer): string | null {
  return text.length < REMEMBERED_LENGTH_MIN ? null : `${tokenizer}:${hash("sha256", text, "base64")}`;
}

function startCountingThread(): Worker {
  return new Worker(new URL("./counting-thread.ts", import.meta.url));
}
