import type { Message } from "#contracts/message.ts";
import type { Model } from "#contracts/model.ts";
import type { Usage } from "#contracts/stream-part.ts";
import type { Text } from "#app/_i18n/create-text.ts";
import { costOf } from "./cost-of.ts";
import { findModel } from "./find-model.ts";
import { formatExactMoney, formatMoney } from "./format-money.ts";
import { modelLabel } from "./model-label.ts";

/** One line of an answer's details; `exact` is shown on demand. */
export type AnswerFact = { name: string; value: string; exact?: string };

/** What is known about an answer, in the person's words, time zone and number format. What is not known is left out. */
export function answerFacts(answer: Message, models: readonly Model[], text: Text): AnswerFact[] {
  const { modelId, usage } = answer;
  const model = findModel(models, modelId);
  return [
    ...(modelId === null ? [] : [{ name: text("chat.detailsModel"), value: modelLabel(models, modelId) }]),
    ...(model ? [{ name: text("chat.detailsConnection"), value: model.connectionLabel }] : []),
    { name: text("chat.detailsTime"), value: formatTime(answer.createdAt, text.language) },
    ...durationFacts(answer, text),
    ...(usage ? usageFacts(usage, text) : []),
    ...(usage && model ? costFacts(usage, model, text) : []),
  ];
}

function formatTime(time: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(time));
}

function durationFacts({ createdAt, endedAt }: Message, text: Text): AnswerFact[] {
  if (endedAt === null) return [];
  const seconds = (Date.parse(endedAt) - Date.parse(createdAt)) / 1000;
  const unit = { style: "unit", unit: "second", maximumFractionDigits: seconds < 10 ? 1 : 0 } as const;
  return [{ name: text("chat.detailsDuration"), value: new Intl.NumberFormat(text.language, unit).format(seconds) }];
}

function usageFacts(usage: Usage, text: Text): AnswerFact[] {
  const inputTokens = usage.inputTokens + usage.cachedInputTokens + usage.cacheWriteTokens + usage.audioInputTokens;
  const outputTokens = usage.outputTokens + usage.audioOutputTokens;
  const facts = [
    { name: text("chat.detailsInput"), value: text.plural("chat.tokens", inputTokens) },
    { name: text("chat.detailsOutput"), value: text.plural("chat.tokens", outputTokens) },
  ];
  if (usage.reasoningTokens === 0) return facts;
  return [...facts, { name: text("chat.detailsReasoning"), value: text.plural("chat.tokens", usage.reasoningTokens) }];
}

function costFacts(usage: Usage, model: Model, text: Text): AnswerFact[] {
  const dollars = costOf(usage, model.price);
  if (dollars === null) return [];
  const value = formatMoney(dollars, text.language) ?? text("chat.underOneCent");
  return [{ name: text("chat.detailsCost"), value, exact: formatExactMoney(dollars, text.language) }];
}
