import type { Id } from "#contracts/ids.ts";
import type { Message, MessageError } from "#contracts/message.ts";
import type { ConversationAction } from "./conversation-action.ts";
import type { ConversationState } from "./conversation-state.ts";
import { followLeaf } from "./follow-leaf.ts";
import { growRun } from "./grow-run.ts";
import { putMessage } from "./put-message.ts";
import { mapRuns, newRun, receiveMessage, reduceFrame } from "./reduce-frame.ts";

/** The conversation after one thing that happened. Pure, and the only way in which a conversation changes. */
export function reduceConversation(state: ConversationState, action: ConversationAction): ConversationState {
  switch (action.type) {
    case "messages-loaded":
      return load(state, action.messages, action.leafId);
    case "question-sent":
      return askAnswer({ ...addSending(state, action.question), freshQuestionId: action.question.id }, action.answer);
    case "answer-asked":
      return askAnswer(addSending(state, action.answer), action.answer);
    case "question-sent-again":
      return askAnswer(
        { ...state, deliveries: { ...state.deliveries, [action.questionId]: { state: "sending" } } },
        action.answer,
      );
    case "delivered":
      return { ...state, deliveries: without(state.deliveries, action.messageId) };
    case "delivery-failed":
      return failDelivery(state, action.messageId, action.error);
    case "stop-asked":
      return { ...state, runs: mapRuns(state.runs, (run) => markStopping(run, action)) };
    case "leaf-chosen":
      return { ...state, leafId: action.leafId };
    case "model-chosen":
      return { ...state, chosenModelId: action.modelId };
    case "frame-received":
      return reduceFrame(state, action.frame);
    case "answers-grew":
      return { ...state, runs: mapRuns(state.runs, (run) => growRun(run, action.frames)) };
  }
}

function load(
  state: ConversationState,
  messages: readonly Message[],
  leafId: Id | null | undefined,
): ConversationState {
  const loaded = messages.reduce((next, message) => {
    const received = receiveMessage(next, message);
    return { ...received, leafId: next.leafId };
  }, state);
  if (leafId !== undefined) return { ...loaded, leafId };
  const last = messages.at(-1);
  return last ? { ...loaded, leafId: followLeaf(loaded.messages, loaded.leafId, last.id) } : loaded;
}

function addSending(state: ConversationState, message: Message): ConversationState {
  return {
    ...state,
    messages: putMessage(state.messages, message),
    deliveries: { ...state.deliveries, [message.id]: { state: "sending" } },
  };
}

/** Puts an answer that will be written and turns the view to it. */
function askAnswer(state: ConversationState, answer: Message): ConversationState {
  return {
    ...state,
    messages: putMessage(state.messages, answer),
    runs: { ...state.runs, [answer.id]: newRun(answer) },
    leafId: answer.id,
  };
}

/** A question that failed stays, without its answer; an answer that failed stays and says why. */
function failDelivery(state: ConversationState, messageId: Id, error: MessageError): ConversationState {
  const failed = state.messages[messageId];
  if (!failed) return state;
  const deliveries = { ...state.deliveries, [messageId]: { state: "failed" as const, error } };
  if (failed.role === "assistant") {
    const messages = { ...state.messages, [messageId]: { ...failed, status: "failed" as const, error } };
    return { ...state, messages, deliveries, runs: without(state.runs, messageId) };
  }
  const awaited = Object.values(state.messages).find((message) => message.parentId === messageId);
  if (!awaited) return { ...state, deliveries };
  const leafId = state.leafId === awaited.id ? messageId : state.leafId;
  const messages = without(state.messages, awaited.id);
  return { ...state, messages, deliveries, leafId, runs: without(state.runs, awaited.id) };
}

function markStopping<RunLike extends { answerId: Id }>(
  run: RunLike,
  { answerId, isStopping }: { answerId: Id; isStopping: boolean },
): RunLike {
  return run.answerId === answerId ? { ...run, isStopping } : run;
}

function without<Value>(record: Readonly<Record<Id, Value>>, id: Id): Readonly<Record<Id, Value>> {
  const { [id]: _left, ...rest } = record;
  return rest;
}
