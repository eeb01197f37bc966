import type { AnswerCall } from "#contracts/answer-call.ts";
import type { ErrorCode } from "#contracts/error-codes.ts";
import type { TextKey } from "#app/_i18n/catalogue.ts";
import type { Text } from "#app/_i18n/create-text.ts";

/** One call to a provider in plain words. */
export type DescribedCall = {
  /** Why it was made, how it ended and why so, in one to three short sentences. */
  sentences: string[];
  /** Times and amounts, as far as they are known. */
  facts: string[];
};

const WHYS: Partial<Record<ErrorCode, TextKey>> = {
  "provider-rate-limited": "chat.callWhy.rateLimited",
  "provider-unavailable": "chat.callWhy.unavailable",
  "provider-unreachable": "chat.callWhy.unreachable",
  "provider-key-invalid": "chat.callWhy.keyInvalid",
  "provider-permission-denied": "chat.callWhy.permissionDenied",
  "provider-request-rejected": "chat.callWhy.requestRejected",
  "provider-content-filtered": "chat.callWhy.contentFiltered",
  "provider-stream-broken": "chat.callWhy.streamBroken",
  "model-unavailable": "chat.callWhy.modelUnavailable",
  interrupted: "chat.callWhy.interrupted",
};

/** What a call to a provider was for and what came of it; `isFirst`: none was before it. */
export function describeCall(call: AnswerCall, isFirst: boolean, text: Text): DescribedCall {
  const { firstPartMs, tookMs, usage, outputCharacters } = call;
  const purpose = purposeOf(call, isFirst);
  const facts: string[] = [];
  if (firstPartMs !== null) facts.push(text("chat.callFirstWord", { time: formatSeconds(firstPartMs, text.language) }));
  if (tookMs !== null) facts.push(text("chat.callTook", { time: formatSeconds(tookMs, text.language) }));
  if (usage)
    facts.push(text.plural("chat.tokens", usage.outputTokens + usage.reasoningTokens + usage.audioOutputTokens));
  else if (outputCharacters > 0) facts.push(text.plural("chat.characters", outputCharacters));
  return {
    sentences: [purpose, `chat.callEnd.${call.outcome}` as const, whyOf(call)].flatMap((key) =>
      key === null ? [] : [text(key)],
    ),
    facts,
  };
}

function purposeOf({ kind, hasGoneOn }: AnswerCall, isFirst: boolean): TextKey | null {
  if (kind === "hedge") return "chat.callFor.hedge";
  if (kind === "retry") return hasGoneOn ? "chat.callFor.retryOn" : "chat.callFor.retry";
  if (kind === "failover") return hasGoneOn ? "chat.callFor.takeover" : "chat.callFor.failover";
  return isFirst ? null : "chat.callFor.goOn";
}

/** Nothing where the way it ended says all. */
function whyOf({ outcome, failure }: AnswerCall): TextKey | null {
  if (failure === null || outcome === "stalled") return null;
  if (outcome === "cut" && failure.code === "provider-stream-broken") return null;
  return WHYS[failure.code] ?? "chat.callWhy.internal";
}

function formatSeconds(ms: number, language: string): string {
  const seconds = ms / 1000;
  const digits = seconds < 1 ? 2 : seconds < 10 ? 1 : 0;
  const unit = { style: "unit", unit: "second", maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(language, unit).format(seconds);
}
