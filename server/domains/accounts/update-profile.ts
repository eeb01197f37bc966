import type { Actor, ServerContext } from "#server/context.ts";

type Needs = Pick<ServerContext, "accounts">;

/** Changes the actor's name; an empty one takes it away. Safe to repeat. */
export async function updateProfile(ctx: Needs, actor: Actor, input: { name: string }): Promise<void> {
  await ctx.accounts.updateUser(actor.userId, { name: input.name.trim() || null });
}
