import type { Actor } from "#server/context.ts";
import { AppError } from "#server/errors.ts";

/** Only administrators look at how providers do. Throws AppError `forbidden`. */
export function assertMayLook(actor: Pick<Actor, "role">): void {
  if (actor.role !== "admin") throw new AppError("forbidden");
}
