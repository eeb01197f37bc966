import type { Cursor } from "#contracts/socket-frames.ts";

/** Where a view of a conversation stands: what it shows of each run, and the server's time up to which it knows the rest. */
type FollowedPlace = { cursors: Record<string, Cursor>; since: string | null };

/** A view that follows a conversation on the socket. */
export interface ConversationFollower {
  /** Asked anew each time the server is asked to go on; what it then tells as missed begins here. */
  place(): FollowedPlace;
  isAnswerAwaited(): boolean;
  /** All that was missed has come; `at` is the `since` of the next time, null where the server names none. */
  onCaughtUp(at: string | null): void;
}
