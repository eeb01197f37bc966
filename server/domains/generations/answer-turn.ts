import type { Message } from "#contracts/message.ts";
import type { ServerContext } from "#server/context.ts";
import { type BegunTurn, findMessages } from "#server/domains/messages/index.ts";
import { announceConversation } from "./announce-conversation.ts";
import { type DialNeeds, dialModel } from "./dial-model.ts";
import { LiveGeneration } from "./live-generation.ts";
import { runToTheEnd } from "./run-to-the-end.ts";

/** What answering touches. */
export type AnswerNeeds = DialNeeds &
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

/** A turn that is durable. `generation` null: it was there before, and runs elsewhere or has ended. */
export type AnsweredTurn = { isNew: boolean; messages: Message[]; generation: LiveGeneration | null };

type Names = { conversationId: string; generationId: string; ids: readonly string[] };

/**
 * Runs the answer to a turn that was begun, in this process, and returns when the turn is durable.
 * `begun` null, or begun by somebody else too: returns what is stored. Throws what the commit throws.
 */
export async function answerTurn(
  ctx: AnswerNeeds,
  userId: string,
  { begun, names }: { begun: BegunTurn | null; names: Names },
): Promise<AnsweredTurn> {
  const running = ctx.liveGenerations.find(userId, names.generationId);
  const begunHere = begun && !running ? run(ctx, userId, begun) : null;
  const isNew = (await begun?.committed) ?? false;
  if (!begun || !isNew) return { isNew, messages: await findMessages(ctx, userId, names), generation: running };
  announce(ctx, userId, names);
  // What ran already waits for the commit of an equal request, which this one's proves to be void.
  return { isNew, messages: begun.messages, generation: begunHere ?? run(ctx, userId, begun) };
}

function run(ctx: AnswerNeeds, userId: string, { turn, committed, readContext }: BegunTurn): LiveGeneration {
  const { conversationId, modelId, generationId: id, answer, userMessage, at: createdAt } = turn;
  const record = { userId, id, conversationId, modelId, answerId: answer.id, parentId: answer.parentId };
  const live = new LiveGeneration({ ...record, epoch: 1, createdAt });
  const opensWith = Promise.resolve(userMessage?.parentId === null ? userMessage.parts.map(toText).join("\n") : null);
  ctx.liveGenerations.add(live);
  const context = readContext(live.signal);
  // Whoever needs it hears of its failure.
  context.catch(() => null);
  void runToTheEnd(ctx, live, { ...dialModel(ctx, live, context), committed, opensWith });
  return live;
}

/** Tells the person's other processes and pages. Only hints: nobody waits for them. */
function announce(ctx: AnswerNeeds, userId: string, { conversationId, generationId }: Names): void {
  void ctx.userChannel.publish(userId, { type: "generation-started", conversationId, generationId });
  void announceConversation(ctx, userId, conversationId);
}

function toText(part: { type: string; text?: string }): string {
  return part.text ?? "";
}
