import { Client, type Notification } from "pg";
import type { Logger } from "#server/ports/logger.ts";

const RECONNECT_AFTER_MS_MIN = 100;
const RECONNECT_AFTER_MS_MAX = 2_000;

/** How often a connection is asked whether it still stands: one that only listens would not notice that nobody speaks. */
const ASK_EVERY_MS = 2_000;
/** How long the server may take to answer anything; then the connection counts as broken. */
const ANSWER_WITHIN_MS = 3_000;

/** What a standing connection is for. */
export type StandingClientOptions = {
  databaseUrl: string;
  logger: Logger;
  /** Run on every new connection before anything else. */
  greeting: string;
  onNotification: (notification: Notification) => void;
  /** Called when a connection was made after an earlier one broke: what was said between them is lost. */
  onReconnected?: () => void;
  /** For tests, which have no seconds to wait. */
  askEveryMs?: number;
  answerWithinMs?: number;
};

/**
 * One connection of its own that comes back by itself, with growing, jittered pauses, once `stand`
 * was called. A server that stopped, or is out of reach, is noticed within five seconds. `get` connects where there is none
 * and throws where that fails; `close` ends it for good and can be called twice.
 */
export class StandingClient {
  readonly #options: StandingClientOptions;
  #connecting: Promise<Client> | null = null;
  /** The newest one: the end of an earlier one must not make it be forgotten, or there would be two that listen. */
  #current: Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #isStanding = false;
  #hasConnectedBefore = false;

  constructor(options: StandingClientOptions) {
    this.#options = options;
  }

  get(): Promise<Client> {
    this.#connecting ??= this.#connect().catch((error: unknown) => {
      this.#connecting = null;
      throw error;
    });
    return this.#connecting;
  }

  async stand(): Promise<void> {
    this.#isStanding = true;
    await this.get();
  }

  async close(): Promise<void> {
    this.#isStanding = false;
    if (this.#retry) clearTimeout(this.#retry);
    const client = await this.#connecting?.catch(() => null);
    await client?.end();
  }

  async #connect(): Promise<Client> {
    const { databaseUrl, logger, greeting, onNotification, onReconnected } = this.#options;
    const { answerWithinMs = ANSWER_WITHIN_MS, askEveryMs = ASK_EVERY_MS } = this.#options;
    const limits = { connectionTimeoutMillis: answerWithinMs, query_timeout: answerWithinMs };
    // In a pipeline an answer that does not come in time ends the connection.
    const client = new Client({ connectionString: databaseUrl, keepAlive: true, pipeline: true, ...limits });
    client.on("notification", onNotification);
    client.on("error", (error) => logger.warn({ error }, "a standing connection to the database broke"));
    this.#current = client;
    client.on("end", () => {
      if (this.#current !== client) return;
      this.#connecting = null;
      this.#reconnectAfter(RECONNECT_AFTER_MS_MIN);
    });
    await client.connect();
    const asking = setInterval(() => void client.query("select 1").catch(() => null), askEveryMs).unref();
    client.on("end", () => clearInterval(asking));
    await client.query(greeting);
    if (this.#hasConnectedBefore) onReconnected?.();
    this.#hasConnectedBefore = true;
    return client;
  }

  #reconnectAfter(pauseMs: number): void {
    if (!this.#isStanding || this.#retry) return;
    const reconnect = (): void => {
      this.#retry = null;
      this.get().catch((error: unknown) => {
        this.#options.logger.warn({ error, pauseMs }, "the database cannot be reached; it is tried again");
        this.#reconnectAfter(Math.min(pauseMs * 2, RECONNECT_AFTER_MS_MAX));
      });
    };
    this.#retry = setTimeout(reconnect, pauseMs * (0.5 + Math.random()));
  }
}
