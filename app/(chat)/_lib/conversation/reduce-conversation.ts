import type { Id } from "#contracts/ids.ts";
import type { Message, MessageError } from "#contracts/message.ts";
import type { ConversationAction } from "./conversation-action.ts";
import type { ConversationState, Run } from "./conversation-state.ts";
import { followLeaf } from "./follow-leaf.ts";
import { growRun } from "./grow-run.ts";
import { mapRuns } from "./map-runs.ts";
import { newRun } from "./new-run.ts";
import { putMessage } from "./put-message.ts";
import { receiveMessage } from "./receive-message.ts";
import { reduceFrame } from "./reduce-frame.ts";
import { takeOutbox } from "./take-outbox.ts";
import { without } from "./without.ts";

/** The conversation after one thing that happened. Pure, and the only way in which a conversation changes. */
export function reduceConversation(state: ConversationState, action: ConversationAction): ConversationState {
  switch (action.type) {
    case "messages-loaded":
      return load(state, action.messages, action.leafId);
    case "question-sent":
      return askAnswer(markAsked(addSending(state, action.question), action.question.id), action.answer);
    case "answer-asked":
      return askAnswer(addSending(state, action.answer), action.answer);
    case "answer-continued":
      return continueAnswer(state, action);
    case "continue-failed":
      return restoreAnswer(state, action.answer);
    case "delivered":
      return { ...state, isStored: true, deliveries: without(state.deliveries, action.messageId) };
    case "delivery-failed":
      return failDelivery(state, action.messageId, action.error);
    case "outbox-changed":
      return takeOutbox(state, action);
    case "refusal-forgotten":
      return { ...state, refusal: null };
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
    case "catch-up-asked":
      return { ...state, isAbreast: false, runs: mapRuns(state.runs, markAskedPlace) };
    case "caught-up":
      return { ...state, isAbreast: true };
  }
}

function load(
  state: ConversationState,
  messages: readonly Message[],
  leafId: Id | null | undefined,
): ConversationState {
  const loaded = messages.reduce(
    (next, message) => {
      const received = receiveMessage(next, message);
      return { ...received, leafId: next.leafId };
    },
    { ...state, isStored: true },
  );
  if (leafId !== undefined) return { ...loaded, leafId };
  const last = messages.at(-1);
  return last ? { ...loaded, leafId: followLeaf(loaded.messages, loaded.leafId, last.id) } : loaded;
}

function markAsked(state: ConversationState, questionId: Id): ConversationState {
  return { ...state, freshQuestionId: questionId, askedQuestionId: questionId };
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

/** The same answer is being written again, by another generation, behind what it says already. */
function continueAnswer(
  state: ConversationState,
  { answerId, generationId, modelId }: Extract<ConversationAction, { type: "answer-continued" }>,
): ConversationState {
  const known = state.messages[answerId];
  if (!known) return state;
  const nothingYet = { status: "running", finishReason: null, error: null, endedAt: null } as const;
  const answer: Message = { ...known, ...nothingYet, generationId, modelId };
  return {
    ...state,
    messages: { ...state.messages, [answerId]: answer },
    runs: { ...state.runs, [answerId]: newRun(answer) },
  };
}

/** Unless the server has taken it meanwhile, or another tab has gone on with it. */
function restoreAnswer(state: ConversationState, answer: Message): ConversationState {
  const run = state.runs[answer.id];
  if (!run || run.cursor !== null) return state;
  return {
    ...state,
    messages: { ...state.messages, [answer.id]: answer },
    runs: without(state.runs, answer.id),
  };
}

/** An answer that could not be asked for stays and says why. */
function failDelivery(state: ConversationState, messageId: Id, error: MessageError): ConversationState {
  const failed = state.messages[messageId];
  if (!failed) return state;
  return {
    ...state,
    messages: { ...state.messages, [messageId]: { ...failed, status: "failed", error } },
    deliveries: { ...state.deliveries, [messageId]: { state: "failed", error } },
    runs: without(state.runs, messageId),
  };
}

function markStopping(run: Run, { answerId, isStopping }: { answerId: Id; isStopping: boolean }): Run {
  return run.answerId === answerId ? { ...run, isStopping } : run;
}

function markAskedPlace(run: Run): Run {
  return { ...run, asked: run.cursor === null ? null : { cursor: run.cursor, parts: run.parts } };
}
