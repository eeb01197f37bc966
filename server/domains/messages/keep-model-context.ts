import type { MessagePart } from "#contracts/message.ts";
import type { ServerContext } from "#server/context.ts";
import type { BranchName, ContextTurn } from "#server/ports/context-cache.ts";
import { CHARACTERS_MAX, MESSAGES_MAX, toTurnText } from "./model-turn.ts";

type Needs = Pick<ServerContext, "contextCache">;

/**
 * Remembers what the next turn under an answer reads: what the answer's model read, and the answer. `branch` names
 * it by the answer, whose end is stored. What is longer than a model's context may be is not kept. Never throws.
 */
export async function keepModelContext(
  ctx: Needs,
  branch: BranchName,
  { context, answer }: { context: readonly ContextTurn[]; answer: readonly MessagePart[] },
): Promise<void> {
  const turns: ContextTurn[] = [...context, { role: "assistant", text: toTurnText(answer) }];
  const characters = turns.reduce((sum, { text }) => sum + text.length, 0);
  if (turns.length <= MESSAGES_MAX && characters <= CHARACTERS_MAX) await ctx.contextCache.keep(branch, turns);
}
