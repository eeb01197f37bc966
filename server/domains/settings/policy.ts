import type { Actor } from "#server/context.ts";

/** Whose settings somebody reads and changes: their own, administrators included. */
export function settingsOwner(actor: Pick<Actor, "userId">): string {
  return actor.userId;
}
