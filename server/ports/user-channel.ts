import type { UserEvent } from "#contracts/user-event.ts";

/** In the place of a user's id: the event is for every person's listeners. No user has this id, because a user's id is a UUID. */
export const EVERYBODY = "*";

/**
 * Carries hints to every process that holds sockets of a person. At most once: an event may be
 * lost while a process reconnects, never delivered to another person's listeners. An event published
 * for `EVERYBODY` reaches the listener with that in place of the id: it goes to all sockets.
 */
export interface UserChannel {
  /** Hands the event to the listeners of all processes. Never throws; a failure is logged. Call it after the commit. */
  publish(userId: string, event: UserEvent): Promise<void>;
  /** Calls `listener` for every event of every person, those published by this process included. Returns the way to stop. */
  listen(listener: (userId: string, event: UserEvent) => void): Promise<() => Promise<void>>;
}
