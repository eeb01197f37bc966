import { setTimeout as pause } from "node:timers/promises";
import type { UserEvent } from "#contracts/user-event.ts";
import { toAppError } from "#server/errors.ts";
import type { Logger } from "#server/ports/logger.ts";
import { EVERYBODY, type UserChannel } from "#server/ports/user-channel.ts";

type Held = { count: number; heard: Promise<void>; stop: () => Promise<void> };

type PeopleOptions = {
  channel: UserChannel;
  /** Called for every event of whom is held. */
  listener: (userId: string, event: UserEvent) => void;
  logger: Logger;
  /** Called when a person is heard only after their holders went on without: hints may be missing. */
  onLate?: (userId: string) => void;
  /** How long a holder waits for a channel that does not answer. */
  hearWithinMs?: number;
  /** Between two attempts to reach a channel that is away. */
  retryAfterMs?: number;
};

/** A handshake waits for it, and while an engine is away hundreds of them stand in line. */
const HEAR_WITHIN_MS = 500;

const COMPLAIN_AGAIN_AFTER_MS = 30_000;

/**
 * The people whom this process cares for: while a person is held, every event of theirs reaches the
 * listener, and however often a person is held, the channel is asked once. A channel that is away is
 * asked again until it answers: hints are missing meanwhile, and nothing else, and then `onLate` says so.
 */
export class People {
  readonly #options: PeopleOptions;
  readonly #held = new Map<string, Held>();
  #complainedAt = -Infinity;

  constructor(options: PeopleOptions) {
    this.#options = options;
  }

  /** Resolves when events of this person reach the listener, or the channel turned out to be away; with the way to let go, safe to repeat. */
  async hold(userId: string): Promise<() => void> {
    const held = this.#held.get(userId) ?? this.#begin(userId);
    held.count++;
    await held.heard;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      if (--held.count === 0) this.#end(userId, held);
    };
  }

  /** Holds everybody's own events. */
  holdEverybody(): Promise<() => void> {
    return this.hold(EVERYBODY);
  }

  #begin(userId: string): Held {
    const { hearWithinMs = HEAR_WITHIN_MS, onLate } = this.#options;
    const leaving = new AbortController();
    const first = Promise.withResolvers<void>();
    let isLate = false;
    const goOnWithout = (): void => {
      clearTimeout(timer);
      isLate = true;
      first.resolve();
    };
    const timer = setTimeout(goOnWithout, hearWithinMs);
    const subscribed = this.#subscribe(userId, leaving.signal, goOnWithout).then((unsubscribe) => {
      clearTimeout(timer);
      first.resolve();
      if (isLate && !leaving.signal.aborted) onLate?.(userId);
      return unsubscribe;
    });
    const stop = async (): Promise<void> => {
      leaving.abort();
      await (
        await subscribed
      )?.();
    };
    const held = { count: 0, heard: first.promise, stop };
    this.#held.set(userId, held);
    return held;
  }

  #end(userId: string, held: Held): void {
    if (this.#held.get(userId) === held) this.#held.delete(userId);
    held.stop().catch((error: unknown) => this.#complain(error));
  }

  async #subscribe(userId: string, leaving: AbortSignal, onFailure: () => void) {
    const { channel, listener, retryAfterMs = 1_000 } = this.#options;
    while (!leaving.aborted) {
      try {
        return await channel.subscribe(userId, (event) => listener(userId, event));
      } catch (error) {
        this.#complain(error);
        onFailure();
      }
      // Leaving cuts the pause short; that is no error.
      await pause(retryAfterMs, undefined, { signal: leaving, ref: false }).catch(() => null);
    }
    return null;
  }

  #complain(error: unknown): void {
    // All who are held meet the same outage.
    if (performance.now() - this.#complainedAt < COMPLAIN_AGAIN_AFTER_MS) return;
    this.#complainedAt = performance.now();
    this.#options.logger.warn({ error: toAppError(error) }, "the user channel cannot be reached; hints are missing");
  }
}
