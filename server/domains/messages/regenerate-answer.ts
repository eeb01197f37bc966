import type { ClientFrameOf } from "#contracts/socket-frames.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { titleFromText } from "#server/domains/conversations/index.ts";
import { beginTurn, type BegunTurn } from "./begin-turn.ts";
import type { TurnState } from "./message.ts";

type Needs = Pick<ServerContext, "messages" | "contextCache" | "clock">;
/** For which message another answer is asked, whatever carried it. */
export type RegenerateAnswer = Omit<ClientFrameOf<"answer.regenerate">, "type" | "requestId"> & { state?: TurnState };

/**
 * Starts writing another, still empty answer beside those that a person's message has: a new
 * branch. Null when it was asked for before. Throws AppError `not-found`, `conflict` or
 * `invalid-input`, and then nothing is written.
 */
export async function regenerateAnswer(
  ctx: Needs,
  actor: Pick<Actor, "userId">,
  input: RegenerateAnswer,
): Promise<BegunTurn | null> {
  return beginTurn(ctx, actor.userId, {
    conversationId: input.conversationId,
    title: titleFromText(""),
    modelId: input.modelId,
    userMessage: null,
    answer: { id: input.answerId, parentId: input.parentId },
    generationId: input.generationId,
    at: ctx.clock.now(),
    state: input.state ?? "running",
  });
}
