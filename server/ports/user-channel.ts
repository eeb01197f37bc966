import type { UserEvent } from "#contracts/user-event.ts";

/** In the place of a user's id: the event is for every person's listeners. No user has this id, because a user's id is a UUID. */
export const EVERYBODY = "*";

/**
 * Carries hints to the processes that care for a person: those that hold their sockets or write their
 * answers. At most once: an event may be lost while a process reconnects, and never reaches another
 * person's listeners.
 */
export interface UserChannel {
  /**
   * Hands the event to the listeners of all processes that subscribed to this person, or to `EVERYBODY`
   * where that stands in place of the id. Never throws; a failure is logged. Call it after the commit.
   */
  publish(userId: string, event: UserEvent): Promise<void>;
  /**
   * Calls `listener` for every event of this person (or of `EVERYBODY`), those published by this process
   * included. When it resolves, nothing that is published later is missed. Cheap enough for a hundred
   * thousand people a process; subscribing again adds a listener. Returns the way to stop, safe to repeat.
   * Rejects where the engine cannot be reached.
   */
  subscribe(userId: string, listener: (event: UserEvent) => void): Promise<() => Promise<void>>;
  /** Calls `listener` after hints may have been lost, because the connection to the engine was made again. Returns the way to stop. */
  onGap(listener: () => void): () => void;
}
