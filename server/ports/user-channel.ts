import type { UserEvent } from "#contracts/user-event.ts";

/**
 * Carries hints to every process that holds sockets of a person. At most once: an event may be
 * lost while a process reconnects, never delivered to another person's listeners.
 */
export interface UserChannel {
  /** Hands the event to the listeners of all processes. Never throws; a failure is logged. Call it after the commit. */
  publish(userId: string, event: UserEvent): Promise<void>;
  /** Calls `listener` for every event of every person, those published by this process included. Returns the way to stop. */
  listen(listener: (userId: string, event: UserEvent) => void): Promise<() => Promise<void>>;
}
