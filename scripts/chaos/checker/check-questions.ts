import type { Asked, Evidence, StoredConversation, Violation } from "./evidence.ts";

/** Refusals after which nothing of the request may be there. */
const FINAL_REFUSALS: readonly string[] = ["busy", "conflict", "invalid-input", "not-found"];

/**
 * Every acknowledged message is there, readable, with its parent, its words and its answer; one that was not
 * acknowledged is there whole or not at all; one that was refused is not; and nothing is there that nobody sent.
 */
export function checkQuestions({ asked, conversations }: Evidence): Violation[] {
  const requests = asked.flatMap((request) => {
    const conversation = conversations.find(({ conversationId }) => conversationId === request.conversationId);
    return checkRequest(request, conversation ?? null);
  });
  return [...requests, ...conversations.flatMap((conversation) => checkStrangers(asked, conversation))];
}

function checkRequest(request: Asked, conversation: StoredConversation | null): Violation[] {
  const { question, questionId, answerId, outcome } = request;
  const ids = `${request.client} ${request.kind} question ${questionId} answer ${answerId}`;
  const complain = (detail: string): Violation[] => [{ check: "questions", ids, detail }];
  const answer = conversation?.messages.find(({ id }) => id === answerId);
  const asking = conversation?.messages.find(({ id }) => id === questionId);
  const isThere = answer !== undefined || (question !== null && asking !== undefined);
  if (request.kind === "continue") {
    const hasBegun = conversation?.generations.some(({ id }) => id === request.generationId) ?? false;
    return outcome === "acknowledged" && !hasBegun ? complain("was acknowledged and never began") : [];
  }
  if (typeof outcome === "object") {
    const mayBeThere = !FINAL_REFUSALS.includes(outcome.refusedWith);
    return isThere && !mayBeThere ? complain(`was refused with ${outcome.refusedWith} and is there`) : [];
  }
  if (!isThere) return outcome === "acknowledged" ? complain("was acknowledged and is lost") : [];
  if (!answer || !asking || !conversation) return complain("is there in part");
  if (answer.parentId !== questionId) return complain(`the answer hangs under ${answer.parentId}`);
  const unreadable = [questionId, answerId].filter((id) => !conversation.readableIds.includes(id));
  if (unreadable.length > 0) return complain(`a page cannot read ${unreadable.join(" and ")}`);
  if (question === null) return [];
  if (asking.parentId !== question.parentId) {
    return complain(`hangs under ${asking.parentId} and was sent under ${question.parentId}`);
  }
  const text = asking.parts.map((part) => ("text" in part ? part.text : "")).join("");
  return text === question.text ? [] : complain("has other words than were sent");
}

function checkStrangers(asked: readonly Asked[], { conversationId, messages }: StoredConversation): Violation[] {
  const requests = asked.filter((request) => request.conversationId === conversationId);
  const known = new Set(requests.flatMap(({ questionId, answerId }) => [questionId, answerId]));
  const strangers = messages.filter(({ id }) => !known.has(id)).map(({ id }) => `${id} was sent by nobody`);
  const words = messages.filter(({ role }) => role === "user").map(({ parts }) => JSON.stringify(parts));
  const doubled = words.filter((text, index) => words.indexOf(text) !== index).map((text) => `twice: ${text}`);
  return [...strangers, ...doubled].map((detail) => ({
    check: "questions",
    ids: `conversation ${conversationId}`,
    detail,
  }));
}
