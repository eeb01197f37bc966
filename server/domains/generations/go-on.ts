import { ZodError } from "zod";
import { findMessages, readModelContext } from "#server/domains/messages/index.ts";
import { toAppError } from "#server/errors.ts";
import { persist } from "#server/persist.ts";
import { announceConversation } from "./announce-conversation.ts";
import type { AnswerNeeds } from "./answer-turn.ts";
import { findEnd } from "./collect-answer.ts";
import { dialModel } from "./dial-model.ts";
import { endGeneration } from "./end-generation.ts";
import { type ClaimedGeneration, type Outcome, WRITERS_MAX } from "./generation.ts";
import { inheritAnswer } from "./inherit-answer.ts";
import { LiveGeneration } from "./live-generation.ts";
import { runToTheEnd } from "./run-to-the-end.ts";
import { interruption, toOutcome } from "./to-outcome.ts";
import { toStreamParts } from "./to-stream-parts.ts";

/**
 * Goes on with a generation that this process has claimed, from what its log kept, or ends it where it was whole already, was to
 * be stopped, or cannot be gone on with. Returns as soon as the model is asked. Never throws: what fails here is claimed again.
 */
export async function goOn(ctx: AnswerNeeds, claimed: ClaimedGeneration): Promise<void> {
  const { userId, id: generationId, conversationId, parentId } = claimed.record;
  try {
    const { live, end, over } = await inheritAnswer(ctx, claimed);
    if (over)
      return await endAtOnce(ctx, live, { ...toOutcome(live, end, { label: "", at: ctx.clock.now() }), ...over });
    ctx.liveGenerations.add(live);
    live.isCommitted = true;
    const branch = { conversationId, leafId: parentId, added: [] };
    const context = persist(() => readModelContext(ctx, userId, branch), live.signal);
    const opensWith = context.then((turns) => (turns.length === 1 ? (turns[0]?.text ?? null) : null));
    opensWith.catch(() => null);
    void runToTheEnd(ctx, live, { ...dialModel(ctx, live, context), committed: Promise.resolve(true), opensWith });
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === "conflict") return;
    ctx.logger.warn({ generationId, error }, "an answer could not be gone on with yet");
    if (isUnreadable(thrown)) await giveUp(ctx, claimed);
  }
}

/** Parts that this version cannot read. Another process may, while versions change; time and again, nobody can. */
function isUnreadable(thrown: unknown): boolean {
  return thrown instanceof ZodError || thrown instanceof SyntaxError;
}

/** After `WRITERS_MAX` claims that came to nothing ends it with what is stored of it, which leaves out what its log has. */
async function giveUp(ctx: AnswerNeeds, { record }: ClaimedGeneration): Promise<void> {
  const { userId, id: generationId, conversationId, answerId } = record;
  try {
    const segments = await ctx.generations.listSegments(userId, generationId);
    if (record.epoch - (segments.at(-1)?.epoch ?? 0) <= WRITERS_MAX) return;
    const [answer] = await findMessages(ctx, userId, { conversationId, ids: [answerId] });
    const parts = toStreamParts(answer?.parts ?? []);
    const live = new LiveGeneration(record, { parts, takenBack: [], usage: answer?.usage ?? null, segments });
    const outcome = toOutcome(live, findEnd([]), { label: "", at: ctx.clock.now() });
    await endAtOnce(ctx, live, { ...outcome, status: "interrupted", error: interruption() });
  } catch (error) {
    ctx.logger.warn({ generationId, error: toAppError(error) }, "an answer that cannot be read could not be ended yet");
  }
}

async function endAtOnce(ctx: AnswerNeeds, live: LiveGeneration, outcome: Outcome): Promise<void> {
  await endGeneration(ctx, live, outcome);
  await announceConversation(ctx, live.record.userId, live.record.conversationId);
}
