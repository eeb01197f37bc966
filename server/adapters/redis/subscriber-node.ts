import type { Redis } from "ioredis";

/** A channel that somebody in this process listens to. */
export type Subscription = {
  channel: string;
  slot: number;
  /** Where it is subscribed; null while it is not. */
  node: SubscriberNode | null;
  /** Settles when it is subscribed, or cannot be. */
  joined: Promise<void>;
};

type Hooks = { onMessage: (channel: string, message: string) => void; onLost: (lost: Subscription[]) => void };

/** The connection to one server, and what is subscribed there. When it breaks it is over, and says what was lost. */
export class SubscriberNode {
  readonly #redis: Redis;
  readonly #bySlot = new Map<number, Set<Subscription>>();
  #isEnding = false;
  readonly ready: Promise<void>;
  isOver = false;

  constructor(redis: Redis, { onMessage, onLost }: Hooks) {
    this.#redis = redis;
    redis.on("smessage", onMessage);
    redis.once("end", () => {
      this.isOver = true;
      const lost = [...this.#bySlot.values()].flatMap((subscriptions) => [...subscriptions]);
      this.#bySlot.clear();
      onLost(lost);
    });
    this.ready = redis.connect();
  }

  /** The slots of its channels. */
  get slots(): Iterable<number> {
    return this.#bySlot.keys();
  }

  /** Resolves when the server has confirmed. Throws where the connection ends before that. */
  async join(subscription: Subscription): Promise<void> {
    await this.ready;
    await this.#redis.ssubscribe(subscription.channel);
    if (this.isOver) throw new Error("the connection ended");
    const subscriptions = this.#bySlot.get(subscription.slot) ?? new Set();
    this.#bySlot.set(subscription.slot, subscriptions.add(subscription));
    subscription.node = this;
  }

  /** Sends nothing that anybody waits for: a connection that is gone has no channels either. */
  leave(subscription: Subscription): void {
    this.forget(subscription);
    if (!this.isOver) this.#redis.sunsubscribe(subscription.channel).catch(() => this.end());
  }

  /** As `leave`, but the server goes on sending: somebody else has the same channel. */
  forget(subscription: Subscription): void {
    const subscriptions = this.#bySlot.get(subscription.slot);
    subscriptions?.delete(subscription);
    if (subscriptions?.size === 0) this.#bySlot.delete(subscription.slot);
    subscription.node = null;
  }

  /** Leaves all channels of a slot, which another server has now, and returns them. */
  leaveSlot(slot: number): Subscription[] {
    const subscriptions = [...(this.#bySlot.get(slot) ?? [])];
    for (const subscription of subscriptions) this.leave(subscription);
    return subscriptions;
  }

  /** Ends the connection where the server does not answer any more: some breaks show only when one asks. */
  async check(): Promise<void> {
    await this.ready.then(() => this.#redis.ping()).catch(() => this.end());
  }

  /** Safe to repeat. */
  end(): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.#redis.disconnect();
  }
}
