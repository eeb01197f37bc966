import type { ServerContext } from "#server/context.ts";
import { AppError } from "#server/errors.ts";

type Needs = Pick<ServerContext, "accounts">;

/** Takes an invitation back. Throws AppError `not-found` where it was accepted or is none. */
export async function deleteInvitation(ctx: Needs, input: { id: string }): Promise<void> {
  if (await ctx.accounts.deleteInvitation(input.id)) return;
  throw new AppError("not-found", { userMessage: "This invitation was accepted or taken back already." });
}
