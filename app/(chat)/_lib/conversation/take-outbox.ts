import type { Message } from "#contracts/message.ts";
import type { OutboxItem } from "../outbox/outbox-item.ts";
import type { ConversationState } from "./conversation-state.ts";
import { followLeaf } from "./follow-leaf.ts";
import { makeAnswer, makeQuestion } from "./make-messages.ts";
import { newRun } from "./new-run.ts";
import { putMessage } from "./put-message.ts";
import { without } from "./without.ts";

/**
 * The conversation with what is in the outbox: what is being sent stands there as a message, the rest waits beside it.
 * A message that left the outbox is stored; one that was queued or refused instead stands there no more.
 */
export function takeOutbox(
  state: ConversationState,
  { items, isLocal }: { items: readonly OutboxItem[]; isLocal: boolean },
): ConversationState {
  const sending = items.filter((item) => item.state === "sending");
  const refused = items.filter((item) => item.state === "refused");
  // Refused in another tab, its text goes back into the composer there.
  const isKnown = ({ messageId }: OutboxItem): boolean => state.refused.some((item) => item.messageId === messageId);
  const withdrawn = settleDeliveries(state, items);
  return sending.reduce(showSending, {
    ...withdrawn,
    queue: items.filter((item) => item.state === "queued"),
    refused: isLocal ? refused : refused.filter(isKnown),
    refusal: (isLocal ? refused.at(-1)?.error : null) ?? state.refusal,
  });
}

function settleDeliveries(state: ConversationState, items: readonly OutboxItem[]): ConversationState {
  let next = state;
  for (const [messageId, delivery] of Object.entries(state.deliveries)) {
    if (delivery.state !== "sending" || state.messages[messageId]?.role !== "user") continue;
    const item = items.find((candidate) => candidate.messageId === messageId);
    if (!item) next = { ...next, isStored: true, deliveries: without(next.deliveries, messageId) };
    else if (item.state !== "sending") next = withdraw(next, messageId);
  }
  return next;
}

/** Takes a question and its awaited answer out of the view, which goes back to where the question stood. */
function withdraw(state: ConversationState, questionId: string): ConversationState {
  const question = state.messages[questionId];
  const awaited = Object.values(state.messages).find((message) => message.parentId === questionId);
  const gone = [questionId, ...(awaited ? [awaited.id] : [])];
  const isShown = state.leafId !== null && gone.includes(state.leafId);
  const drop = <Value>(record: Readonly<Record<string, Value>>) => gone.reduce((rest, id) => without(rest, id), record);
  return {
    ...state,
    messages: drop(state.messages),
    runs: drop(state.runs),
    deliveries: drop(state.deliveries),
    leafId: isShown ? (question?.parentId ?? null) : state.leafId,
  };
}

function showSending(state: ConversationState, item: OutboxItem): ConversationState {
  if (state.messages[item.messageId]) return state;
  const createdAt = new Date(item.createdAt);
  const { messageId, answerId, generationId, modelId, parentId, text } = item;
  const question = makeQuestion(state, text, { id: messageId, parentId, createdAt });
  const asked = addQuestion(state, question);
  const answer = makeAnswer(asked, { generationId, modelId }, { id: answerId, parentId: messageId, createdAt });
  const messages = putMessage(asked.messages, answer);
  const isBelowLeaf = state.leafId === parentId;
  const leafId = isBelowLeaf ? answerId : followLeaf(messages, state.leafId, answerId);
  return {
    ...asked,
    messages,
    runs: { ...asked.runs, [answerId]: newRun(answer) },
    leafId,
    freshQuestionId: messageId,
  };
}

function addQuestion(state: ConversationState, question: Message): ConversationState {
  return {
    ...state,
    messages: putMessage(state.messages, question),
    deliveries: { ...state.deliveries, [question.id]: { state: "sending" } },
  };
}
