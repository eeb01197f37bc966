import type { Message } from "#contracts/message.ts";
import { describeDifference } from "./describe-difference.ts";
import type { Asked, Evidence, Leniency, StoredConversation, Violation } from "./evidence.ts";
import { expectedParts } from "./expected-parts.ts";
import { findStatusFault } from "./find-status-fault.ts";
import { isPrefix } from "./is-prefix.ts";
import { possiblePrompts } from "./possible-prompts.ts";

/**
 * Every answer has ended, with a reason, in a way that something asked for, and has the model's words exactly once and
 * in order: all of them where it ended by itself, the first of them where it did not. There is one for each request.
 */
export function checkAnswers(evidence: Evidence, leniency: Leniency): Violation[] {
  return evidence.conversations.flatMap((conversation) => {
    const answers = conversation.messages.filter(({ role }) => role === "assistant");
    return [
      ...checkRunning(conversation),
      ...answers.flatMap((answer) => checkAnswer(evidence, leniency, { answer, messages: conversation.messages })),
      ...checkOneEach(evidence.asked, conversation, answers),
    ];
  });
}

function checkRunning({ conversationId, isRunning, generations }: StoredConversation): Violation[] {
  const ids = `conversation ${conversationId}`;
  const open = generations.filter(({ status }) => status === "running" || status === "queued");
  return [
    ...(isRunning ? [{ check: "answers", ids, detail: "is still shown as running" }] : []),
    ...open.map(({ id, status, epoch }) => ({
      check: "answers",
      ids,
      detail: `generation ${id} is still ${status} in epoch ${epoch}`,
    })),
  ];
}

type Placed = { answer: Message; messages: readonly Message[] };

function checkAnswer(evidence: Evidence, leniency: Leniency, { answer, messages }: Placed): Violation[] {
  const requests = evidence.asked.filter(({ answerId }) => answerId === answer.id);
  const first = requests.find(({ kind }) => kind !== "continue");
  if (!first || answer.status === "running") return [];
  const ids = `answer ${answer.id} (generation ${answer.generationId}, ${first.modelName}, ${answer.status})`;
  const wasStopped = requests.some(({ generationId }) => evidence.stoppedIds.includes(generationId));
  const statusFault = findStatusFault(answer, { modelName: first.modelName, wasStopped, ...leniency });
  const continuedIds = new Set(evidence.asked.flatMap(({ kind, answerId }) => (kind === "continue" ? [answerId] : [])));
  const prompts = possiblePrompts(messages, first.questionId, continuedIds);
  const wordFaults = checkWords(answer, first.modelName, prompts);
  const complaints = [...(statusFault === null ? [] : [statusFault]), ...wordFaults];
  return complaints.map((detail) => ({ check: "answers", ids, detail }));
}

function checkWords(answer: Message, modelName: string, prompts: readonly string[]): string[] {
  const isWhole = answer.status === "ended";
  const candidates = prompts.map((prompt) => expectedParts(modelName, prompt));
  const isRight = (expected: Message["parts"]) =>
    isWhole ? isSame(answer, expected) : isPrefix(answer.parts, expected);
  if (candidates.some(isRight)) return [];
  return [`is not what the model said: ${describeDifference(answer.parts, candidates[0] ?? [])}`];
}

function isSame({ parts }: Message, expected: readonly Message["parts"][number][]): boolean {
  return parts.length === expected.length && isPrefix(parts, expected) && isPrefix(expected, parts);
}

function checkOneEach(
  asked: readonly Asked[],
  conversation: StoredConversation,
  answers: readonly Message[],
): Violation[] {
  const known = new Map(asked.map((request) => [request.generationId, request]));
  const details = conversation.generations.flatMap(({ id, answerId }) => {
    const request = known.get(id);
    if (!request) return [`generation ${id} was asked for by nobody`];
    return request.answerId === answerId ? [] : [`generation ${id} writes ${answerId} instead of ${request.answerId}`];
  });
  const foreign = answers
    .filter(({ id, generationId }) => known.get(generationId ?? "")?.answerId !== id)
    .map(({ id, generationId }) => `answer ${id} names ${generationId} as its generation`);
  return [...details, ...foreign].map((detail) => ({
    check: "answers",
    ids: `conversation ${conversation.conversationId}`,
    detail,
  }));
}
