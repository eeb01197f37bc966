import { v7 as createId } from "uuid";
import { createChatRequest, textTurn } from "#inference/index.ts";
import type { Message } from "#contracts/message.ts";
import type { ServerContext } from "#server/context.ts";
import { setModelTitle } from "#server/domains/conversations/index.ts";
import { DEMO_MODEL_ID } from "#server/domains/catalog/index.ts";
import { askModel, type AskNeeds } from "#server/domains/routing/index.ts";
import { collectAnswer } from "./collect-answer.ts";
import type { GenerationRecord } from "./generation.ts";

type Needs = AskNeeds & Pick<ServerContext, "conversations" | "userChannel">;
type Exchange = { question: string; answer: Pick<Message, "parts"> };

const TIMEOUT_MS = 30_000;
const EXCERPT_LENGTH = 2_000;
/** Enough for a model that thinks before it writes six words. */
const OUTPUT_TOKENS_MAX = 2_000;

const SYSTEM =
  "Give this conversation a title: at most six words, in its own language, no quotation marks, no full stop. Answer with the title alone.";

/**
 * Asks the model that answered for a title of the conversation that just began, and gives it where
 * nobody gave a better one. The demo model is not asked: the first words say more. Throws what the
 * model or the database throw.
 */
export async function improveTitle(ctx: Needs, record: GenerationRecord, exchange: Exchange): Promise<void> {
  const { userId, conversationId, modelId } = record;
  if (modelId === DEMO_MODEL_ID) return;
  const answer = exchange.answer.parts.map((part) => (part.type === "text" ? part.text : "")).join("");
  const text = `${exchange.question.slice(0, EXCERPT_LENGTH)}\n\n---\n\n${answer.slice(0, EXCERPT_LENGTH)}`;
  const turns = [textTurn({ role: "user", text })];
  const request = createChatRequest({ system: SYSTEM, turns, outputTokensMax: OUTPUT_TOKENS_MAX });
  let title = "";
  // What a title takes is no part of how the answer was made.
  const call = { userId, generationId: createId(), modelId, request };
  const end = await collectAnswer(askModel(ctx, call, AbortSignal.timeout(TIMEOUT_MS)), {
    onPart: (part) => {
      if (part.type === "text-delta") title += part.text;
    },
    // Reasoning goes; the text of a title stays.
    onRewind: async () => {},
  });
  const cleaned = cleanTitle(title);
  if (end.finishReason && cleaned !== "") await setModelTitle(ctx, userId, { conversationId, title: cleaned });
}

function cleanTitle(title: string): string {
  const line = title.trim().split("\n")[0] ?? "";
  return line.replaceAll(/^["'“„«*#\s]+|["'”“»*.\s]+$/g, "");
}
