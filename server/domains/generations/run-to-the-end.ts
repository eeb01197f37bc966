import type { AskNeeds } from "#server/domains/routing/index.ts";
import type { ServerContext } from "#server/context.ts";
import { keepModelContext } from "#server/domains/messages/index.ts";
import { toAppError } from "#server/errors.ts";
import type { ContextTurn } from "#server/ports/context-cache.ts";
import { announceConversation } from "./announce-conversation.ts";
import { improveTitle } from "./improve-title.ts";
import type { LiveGeneration } from "./live-generation.ts";
import { type AnswerSource, runGeneration } from "./run-generation.ts";

type Needs = AskNeeds &
  Pick<
    ServerContext,
    | "contextCache"
    | "conversations"
    | "generationLog"
    | "generationQueue"
    | "generations"
    | "liveGenerations"
    | "messages"
    | "userChannel"
  >;

/** Runs a generation that `liveGenerations` holds, and does what follows its end: viewers, the sidebar, a better title. Never throws. */
export async function runToTheEnd(
  ctx: Needs,
  live: LiveGeneration,
  source: AnswerSource & { context: Promise<ContextTurn[]>; opensWith: Promise<string | null> },
) {
  const { userId, conversationId, id } = live.record;
  const end = await runGeneration(ctx, live, source);
  if (end) live.end(end);
  // A process that leaves waits for this much: its other pages would go on saying that the answer runs.
  if (end)
    await Promise.all([announceConversation(ctx, userId, conversationId), keepContext(ctx, live, source.context)]);
  ctx.liveGenerations.remove(live);
  if (!end) return live.leave();
  if (end.message.status !== "ended") return;
  try {
    const question = await source.opensWith;
    if (question !== null) await improveTitle(ctx, live.record, { question, answer: end.message });
  } catch (error) {
    ctx.logger.info(
      { generationId: id, error: toAppError(error) },
      "a conversation keeps its first words as its title",
    );
  }
}

/** For the next turn, which reads what this one read, and its answer. */
async function keepContext(ctx: Needs, live: LiveGeneration, reading: Promise<ContextTurn[]>): Promise<void> {
  const { userId, conversationId, answerId: leafId } = live.record;
  // Where it could not be read the answer says so.
  const context = await reading.catch(() => null);
  if (!context) return;
  await keepModelContext(ctx, { userId, conversationId, leafId }, { context, answer: live.whole().content });
}
