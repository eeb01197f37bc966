import { ASKING_SCENARIOS } from "./asking-scenarios.ts";
import { CONTINUATION_SCENARIOS } from "./continuation-scenarios.ts";
import {
  answerWithText,
  countTokens,
  toTokens,
  type SimulatedAnswer,
  type SimulatedFault,
} from "./simulated-answer.ts";
import type { SimulatedAsk } from "./simulated-request.ts";
import { writeLongMarkdown } from "./write-long-markdown.ts";
import { CODE_TEXT, MARKDOWN_TEXT, UNICODE_TEXT, writeLongText } from "./texts.ts";

/**
 * What a scenario does with a question. `parameter` is the number in its name, null where there is none; `asked` is all
 * of the request, for those that look at more than the question.
 */
export type Scenario = {
  description: string;
  answer: (question: string, parameter: number | null, asked?: SimulatedAsk) => SimulatedAnswer;
  fault?: (parameter: number | null, isContinued: boolean) => SimulatedFault | null;
  /** What it says when it is to go on with `written`, of which `rest` is missing; exactly `rest` where this is not said. */
  goesOn?: (broken: { written: string; rest: string; parameter: number | null }) => string;
  /** True where the answer is not the same every time. */
  readsQuestion?: boolean;
  /** Milliseconds between two tokens where the name does not say. */
  paceMs?: number;
};

const SHORT_TEXT = "This is a simulated answer of a few words, the same every time.";
const CUT_AFTER_BYTES = 4_000;

/** No two numbers have the same sum with others, so that a token counted twice shows. */
const EVERY_KIND = countTokens({
  inputTokens: 1_000,
  cachedInputTokens: 200,
  cacheWriteTokens: 40,
  outputTokens: 8_000,
  reasoningTokens: 1_600,
  audioInputTokens: 3,
  audioOutputTokens: 7,
});

const shortAnswer = (): SimulatedAnswer => answerWithText(SHORT_TEXT);

/** All scenarios by name; a model is `sim-<name>`, `sim-<name>-<parameter>` or either with `@<pace>` behind it. */
export const SCENARIOS = {
  ...CONTINUATION_SCENARIOS,
  ...ASKING_SCENARIOS,
  echo: {
    description: "answers with the last user text",
    answer: (question) => answerWithText(question),
    readsQuestion: true,
  },
  short: { description: "one sentence", answer: shortAnswer },
  markdown: { description: "every kind of Markdown", answer: () => answerWithText(MARKDOWN_TEXT) },
  code: { description: "a block of code", answer: () => answerWithText(CODE_TEXT) },
  unicode: { description: "many scripts", answer: () => answerWithText(UNICODE_TEXT) },
  long: {
    description: "2,000 words, or as many as the parameter says",
    answer: (_question, parameter) => answerWithText(writeLongText(parameter ?? 2_000)),
  },
  "long-markdown": {
    description: "100 KB of every kind of Markdown, a word every 2 ms; the parameter says how many KB",
    answer: (_question, parameter) => answerWithText(writeLongMarkdown((parameter ?? 100) * 1_000)),
    paceMs: 2,
  },
  slow: {
    description: "200 words, one every 50 ms; the parameter says how many",
    answer: (_question, parameter) => answerWithText(writeLongText(parameter ?? 200)),
    paceMs: 50,
  },
  reasoning: { description: "reasons first", answer: answerWithReasoning },
  "tool-call": { description: "calls a tool", answer: answerWithToolCall },
  refusal: { description: "refuses in its own words", answer: answerWithRefusal },
  "content-filter": {
    description: "is stopped by the safety filter",
    answer: () => ({ ...shortAnswer(), finishReason: "content-filter" }),
  },
  "prompt-filtered": {
    description: "is not asked at all: a filter refuses the question",
    answer: shortAnswer,
    fault: () => ({ type: "prompt-filtered" }),
  },
  usage: {
    description: "counts tokens of every kind",
    answer: () => ({ ...shortAnswer(), usage: EVERY_KIND }),
  },
  length: { description: "runs into its output limit", answer: () => ({ ...shortAnswer(), finishReason: "length" }) },
  cut: {
    description: "ends as if whole after 4,000 bytes, or as many as the parameter says",
    answer: () => answerWithText(MARKDOWN_TEXT),
    fault: (parameter) => ({ type: "cut", afterBytes: parameter ?? CUT_AFTER_BYTES }),
  },
  reset: {
    description: "resets the connection after 4,000 bytes, or as many as the parameter says",
    answer: () => answerWithText(MARKDOWN_TEXT),
    fault: (parameter) => ({ type: "reset", afterBytes: parameter ?? CUT_AFTER_BYTES }),
  },
  stall: {
    description: "falls silent after 4,000 bytes, or as many as the parameter says, and stays connected",
    answer: () => answerWithText(MARKDOWN_TEXT),
    fault: (parameter) => ({ type: "stall", afterBytes: parameter ?? CUT_AFTER_BYTES }),
  },
  silence: { description: "never answers", answer: shortAnswer, fault: () => ({ type: "silence" }) },
  unstreamed: {
    description: "answers in one piece although a stream was asked for",
    answer: shortAnswer,
    fault: () => ({ type: "unstreamed" }),
  },
  "web-page": { description: "answers with a web page", answer: shortAnswer, fault: () => ({ type: "web-page" }) },
  redirect: {
    description: "points to another address",
    answer: shortAnswer,
    fault: () => ({ type: "redirect", location: "http://127.0.0.1:9/elsewhere" }),
  },
  "byte-at-a-time": {
    description: "writes single bytes",
    answer: shortAnswer,
    fault: () => ({ type: "byte-at-a-time" }),
  },
  "split-surrogates": {
    description: "cuts a character into two escaped halves, sends a lone half and a NUL",
    answer: () => ({
      ...shortAnswer(),
      pieces: [{ type: "text", tokens: ["A \ud83d", "\ude00 B", " \ud83d", " C\0"] }],
    }),
  },
  "split-characters": {
    description: "cuts every character of several bytes in two",
    answer: () => answerWithText(UNICODE_TEXT),
    fault: () => ({ type: "split-characters" }),
  },
  "in-band-error": {
    description: "reports an error in the middle of its answer",
    answer: shortAnswer,
    fault: () => ({ type: "in-band-error" }),
  },
  "malformed-event": {
    description: "sends broken JSON",
    answer: shortAnswer,
    fault: () => ({ type: "malformed-event" }),
  },
  "duplicate-event": {
    description: "sends a piece twice",
    answer: shortAnswer,
    fault: () => ({ type: "duplicate-event" }),
  },
  "missing-end": {
    description: "never says that it is whole",
    answer: shortAnswer,
    fault: () => ({ type: "missing-end" }),
  },
  "missing-finish": {
    description: "ends well-formed before the model has finished",
    answer: shortAnswer,
    fault: () => ({ type: "missing-finish" }),
  },
  "late-usage": {
    description: "reports its usage 200 ms after the rest, or as late as the parameter says",
    answer: shortAnswer,
    fault: (parameter) => ({ type: "late-usage", delayMs: parameter ?? 200 }),
  },
  "huge-event": {
    description: "sends one event of 8 million bytes, or as many as the parameter says",
    answer: shortAnswer,
    fault: (parameter) => ({ type: "huge-event", bytes: parameter ?? 8_000_000 }),
  },
  status: {
    description: "answers with status 500, or with the parameter",
    answer: shortAnswer,
    fault: (parameter) => ({ type: "status", status: parameter ?? 500, retryAfterSeconds: null }),
  },
  "rate-limited": {
    description: "answers 429 with a Retry-After of 2 seconds, or of the parameter",
    answer: shortAnswer,
    fault: (parameter) => ({ type: "status", status: 429, retryAfterSeconds: parameter ?? 2 }),
  },
} satisfies Record<string, Scenario>;

/** The names of all scenarios. */
export type ScenarioName = keyof typeof SCENARIOS;

function answerWithReasoning(): SimulatedAnswer {
  return {
    pieces: [
      { type: "reasoning", tokens: toTokens("The person wants a simulated answer. I will give one.") },
      { type: "text", tokens: toTokens("I thought about it: this is simulated.") },
    ],
    finishReason: "stop",
    usage: countTokens({ inputTokens: 20, cachedInputTokens: 8, outputTokens: 7, reasoningTokens: 10 }),
  };
}

function answerWithToolCall(): SimulatedAnswer {
  return {
    pieces: [
      { type: "text", tokens: ["Let me", " look."] },
      { type: "tool-call", toolCallId: "call_1", toolName: "get_weather", tokens: ['{"city":', ' "Ber', 'lin"}'] },
      { type: "tool-call", toolCallId: "call_2", toolName: "get_time", tokens: ["{}"] },
    ],
    finishReason: "tool-calls",
    usage: countTokens({ inputTokens: 30, outputTokens: 15 }),
  };
}

function answerWithRefusal(): SimulatedAnswer {
  return {
    pieces: [{ type: "refusal", tokens: toTokens("I cannot help with that.") }],
    finishReason: "content-filter",
    usage: countTokens({ inputTokens: 12, outputTokens: 5 }),
  };
}
