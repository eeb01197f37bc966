import type { ClientFrameOf } from "#contracts/socket-frames.ts";
import type { Actor, ServerContext } from "#server/context.ts";
import { titleFromText } from "#server/domains/conversations/index.ts";
import { storableText } from "#contracts/storable-text.ts";
import { AppError } from "#server/errors.ts";
import { beginTurn, type BegunTurn } from "./begin-turn.ts";
import type { TurnState } from "./message.ts";

type Needs = Pick<ServerContext, "messages" | "contextCache" | "clock">;
/** What a person sends, whatever carried it. */
export type SendMessage = Omit<ClientFrameOf<"message.send">, "type" | "requestId"> & { state?: TurnState };

/**
 * Lets a person's message in and starts writing it, with the empty answer below it. Null when it
 * was sent before. Throws AppError `not-found`, `busy`, `conflict` or `invalid-input`, and then
 * nothing is written.
 */
export async function sendMessage(
  ctx: Needs,
  actor: Pick<Actor, "userId">,
  input: SendMessage,
): Promise<BegunTurn | null> {
  const parts = input.parts.map((part) => ({ ...part, text: storableText(part.text) }));
  const text = parts.map((part) => part.text).join("\n");
  if (text.trim() === "") throw new AppError("invalid-input", { userMessage: "Write something first." });
  return beginTurn(ctx, actor.userId, {
    conversationId: input.conversationId,
    title: titleFromText(text),
    modelId: input.modelId,
    userMessage: { id: input.messageId, parentId: input.parentId, parts },
    answer: { id: input.answerId, parentId: input.messageId },
    generationId: input.generationId,
    at: ctx.clock.now(),
    state: input.state ?? "running",
  });
}
