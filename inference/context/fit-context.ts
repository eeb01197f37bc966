import type { Tokenizer } from "#contracts/catalogue-document.ts";
import type { ChatRequest, ChatTurn } from "#inference/chat-model.ts";
import { boundTokens } from "#inference/tokens/bound-tokens.ts";
import type { TokenCounter } from "#inference/tokens/token-counter.ts";
import { TOKENIZERS } from "#inference/tokens/tokenizers.ts";
import { fitTurns } from "./fit-turns.ts";
import { fixedTexts, partTexts } from "./request-texts.ts";

/** What the model that is asked has room for; null where it is not known. */
export type ContextLimits = { contextTokens: number | null; outputTokensMax: number | null; tokenizer: Tokenizer };

/**
 * A request that fits its model. `messagesLeftOut` is what the person should be told of. `inputTokens` is counted where
 * it is near the limit, and else estimated by length. `fits` is false where the newest exchange alone is too long.
 */
export type FittedContext = { request: ChatRequest; messagesLeftOut: number; inputTokens: number; fits: boolean };

/** What wraps a turn, and a whole request, in the formats of chat models. */
const TURN_TOKENS = 6;
/** So much is kept free for an answer whose limit is not known. */
const OUTPUT_TOKENS = 4_096;
/** The most of a context that is kept free for the answer: the rest is for what it answers. */
const OUTPUT_SHARE = 0.25;
/** So long a token is at the least in what people write, in bytes. */
const TOKEN_BYTES = 3;

/**
 * Fits a request into its model: leaves out the turns that there is no room for, as `fitTurns` says, and limits the
 * answer to what is left. Counts only where it could matter, for most conversations are far from any limit. Never throws.
 */
export async function fitContext(
  counter: Pick<TokenCounter, "count">,
  request: ChatRequest,
  limits: ContextLimits,
): Promise<FittedContext> {
  const { contextTokens, tokenizer } = limits;
  const wished = request.outputTokensMax ?? limits.outputTokensMax;
  const bounds = measure(request, tokenizer, allTexts(request).map(boundTokens));
  const asItIs = { request, messagesLeftOut: 0, inputTokens: estimate(request, tokenizer), fits: true };
  if (contextTokens === null || bounds.total + (wished ?? 0) <= contextTokens) return asItIs;
  const counted = measure(request, tokenizer, await counter.count(allTexts(request), tokenizer));
  const free = Math.min(wished ?? OUTPUT_TOKENS, Math.floor(contextTokens * OUTPUT_SHARE));
  const pairs = request.turns.map((turn, index) => ({ turn, tokens: counted.turns[index] ?? 0 }));
  const { turns, tokens, messagesLeftOut } = fitTurns(pairs, contextTokens - free - counted.fixed);
  const inputTokens = counted.fixed + tokens;
  const outputTokensMax = limitOutput(request.outputTokensMax, wished, contextTokens - inputTokens);
  return {
    request: { ...request, turns, outputTokensMax },
    messagesLeftOut,
    inputTokens,
    fits: inputTokens < contextTokens,
  };
}

/** No limit is set that would not have held anyway. */
function limitOutput(asked: number | null, wished: number | null, leftTokens: number): number | null {
  return wished === null || wished <= leftTokens ? asked : Math.max(1, leftTokens);
}

function allTexts(request: ChatRequest): string[] {
  return [...fixedTexts(request), ...request.turns.flatMap(turnTexts)];
}

function turnTexts({ parts }: ChatTurn): string[] {
  return parts.flatMap(partTexts);
}

/** Puts the counts of `allTexts` together again. */
function measure(request: ChatRequest, tokenizer: Tokenizer, counts: readonly number[]) {
  let next = fixedTexts(request).length;
  const fixed = add(counts.slice(0, next)) + TURN_TOKENS * (1 + request.tools.length);
  const turns = request.turns.map((turn) => {
    const from = next;
    next += turnTexts(turn).length;
    return add(counts.slice(from, next)) + imageTokens(turn, tokenizer) + TURN_TOKENS;
  });
  return { fixed, turns, total: fixed + add(turns) };
}

function estimate(request: ChatRequest, tokenizer: Tokenizer): number {
  const counts = allTexts(request).map((text) => Math.ceil(boundTokens(text) / TOKEN_BYTES));
  return measure(request, tokenizer, counts).total;
}

function imageTokens({ parts }: ChatTurn, tokenizer: Tokenizer): number {
  return parts.filter(({ type }) => type === "image").length * TOKENIZERS[tokenizer].imageTokens;
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
