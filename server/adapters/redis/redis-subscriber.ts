import { setTimeout as pause } from "node:timers/promises";
import { ListenerMap } from "#server/adapters/listener-map.ts";
import { createSlotMap, type SlotMap } from "./slot-map.ts";
import { COMMAND_LIMIT_MS, type RedisConnection } from "./redis-connection.ts";
import { SubscriberNode, type Subscription } from "./subscriber-node.ts";

/** Who subscribes while a master is being replaced waits for the new one, but not longer. */
const SUBSCRIBE_LIMIT_MS = 2 * COMMAND_LIMIT_MS;
const RETRY_AFTER_MS_MIN = 50;
const RETRY_AFTER_MS_MAX = 500;
const AUDIT_EVERY_MS = 1_000;
/** A ping every so many audits. */
const AUDITS_A_PING = 5;

type Listener = (message: string) => void;

/**
 * Sharded publish and subscribe for a whole process: one connection to each server that has a channel of ours, and
 * none before the first. A channel that was lost with its server, or whose slot moved to another one, is
 * subscribed again by itself, and then `onGap` is called. The client's own way is not taken: it does not say that something
 * was missed, gives up where subscribing again fails, and looks at every slot for each channel.
 */
export class RedisSubscriber {
  readonly #connection: RedisConnection;
  readonly #slotMap: SlotMap;
  readonly #listeners = new ListenerMap<Listener>();
  readonly #subscriptions = new Map<string, Subscription>();
  readonly #nodes = new Map<string, SubscriberNode>();
  readonly #gapListeners = new Set<() => void>();
  readonly #closing = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #audits = 0;

  constructor(connection: RedisConnection) {
    this.#connection = connection;
    this.#slotMap = createSlotMap(connection);
  }

  /**
   * Calls `listener` with every message of the channel that is published after this resolves. Returns the way to
   * stop, safe to repeat. Rejects where Redis cannot be reached within 4 seconds.
   */
  async subscribe(channel: string, listener: Listener): Promise<() => void> {
    const remove = this.#listeners.add(channel, listener);
    const stop = (): void => {
      remove();
      if (!this.#listeners.has(channel)) this.#forget(channel);
    };
    try {
      await withLimit(this.#find(channel).joined);
    } catch (error) {
      stop();
      throw error;
    }
    return stop;
  }

  /** Calls `listener` after messages may have been missed. Returns the way to stop. */
  onGap(listener: () => void): () => void {
    this.#gapListeners.add(listener);
    return () => void this.#gapListeners.delete(listener);
  }

  /** Ends its connections. Can be called twice. */
  close(): void {
    this.#closing.abort();
    if (this.#timer) clearInterval(this.#timer);
    for (const node of this.#nodes.values()) node.end();
  }

  #find(channel: string): Subscription {
    const known = this.#subscriptions.get(channel);
    if (known) return known;
    const slot = this.#slotMap.slotOf(channel);
    const subscription: Subscription = { channel, slot, node: null, joined: Promise.resolve() };
    this.#subscriptions.set(channel, subscription);
    subscription.joined = this.#joinWithin(subscription, performance.now() + SUBSCRIBE_LIMIT_MS);
    this.#timer ??= setInterval(() => this.#audit(), AUDIT_EVERY_MS).unref();
    return subscription;
  }

  #forget(channel: string): void {
    const subscription = this.#subscriptions.get(channel);
    this.#subscriptions.delete(channel);
    subscription?.node?.leave(subscription);
  }

  #isWanted(subscription: Subscription): boolean {
    return !this.#closing.signal.aborted && this.#subscriptions.get(subscription.channel) === subscription;
  }

  async #joinWithin(subscription: Subscription, deadline: number): Promise<void> {
    for (;;) {
      try {
        return await this.#join(subscription);
      } catch (error) {
        if (performance.now() > deadline || !this.#isWanted(subscription)) throw error;
        await this.#pause(RETRY_AFTER_MS_MIN);
      }
    }
  }

  async #join(subscription: Subscription): Promise<void> {
    try {
      const node = this.#openNode(await this.#slotMap.serverOf(subscription.slot));
      await node.join(subscription);
      if (this.#isWanted(subscription)) return;
      // Where somebody wants the channel again by now, to the server it is one and the same.
      if (this.#subscriptions.has(subscription.channel)) node.forget(subscription);
      else node.leave(subscription);
    } catch (error) {
      this.#slotMap.refresh();
      throw error;
    }
  }

  #openNode(server: string): SubscriberNode {
    const known = this.#nodes.get(server);
    if (known && !known.isOver) return known;
    const port = server.lastIndexOf(":");
    const redis = this.#connection.openNode({ host: server.slice(0, port), port: Number(server.slice(port + 1)) });
    const node = new SubscriberNode(redis, {
      onMessage: (channel, message) => this.#listeners.of(channel).forEach((listener) => listener(message)),
      onLost: (lost) => {
        if (this.#nodes.get(server) === node) this.#nodes.delete(server);
        this.#rejoin(lost);
      },
    });
    this.#nodes.set(server, node);
    return node;
  }

  #rejoin(lost: readonly Subscription[]): void {
    if (lost.length === 0 || this.#closing.signal.aborted) return;
    const done = this.#rejoinPersistently(lost);
    for (const subscription of lost) {
      subscription.node = null;
      subscription.joined = done;
    }
  }

  async #rejoinPersistently(lost: readonly Subscription[]): Promise<void> {
    let waiting = lost.filter((subscription) => this.#isWanted(subscription));
    for (let pauseMs = RETRY_AFTER_MS_MIN; waiting.length > 0; pauseMs = Math.min(2 * pauseMs, RETRY_AFTER_MS_MAX)) {
      const outcomes = await Promise.allSettled(waiting.map((subscription) => this.#join(subscription)));
      waiting = waiting.filter((one, index) => outcomes[index]?.status === "rejected" && this.#isWanted(one));
      if (waiting.length > 0) await this.#pause(pauseMs);
    }
    if (!this.#closing.signal.aborted) this.#gapListeners.forEach((listener) => listener());
  }

  /** Finds what moved to another server while its former one goes on, and connections that are dead and do not know it. */
  #audit(): void {
    this.#audits += 1;
    for (const [server, node] of this.#nodes) {
      const moved = [...node.slots].filter((slot) => (this.#slotMap.knownServerOf(slot) ?? server) !== server);
      this.#rejoin(moved.flatMap((slot) => node.leaveSlot(slot)));
      if (this.#audits % AUDITS_A_PING === 0) void node.check();
    }
  }

  async #pause(pauseMs: number): Promise<void> {
    const { signal } = this.#closing;
    // Closing cuts the pause short; that is no error.
    await pause(pauseMs * (0.5 + Math.random()), undefined, { signal, ref: false }).catch(() => null);
  }
}

async function withLimit(joined: Promise<void>): Promise<void> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("Redis cannot be reached")), SUBSCRIBE_LIMIT_MS + COMMAND_LIMIT_MS);
  try {
    await Promise.race([joined, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
