import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { ChatModel, ChatRequest } from "#inference/chat-model.ts";
import type { Attempt } from "./attempt.ts";
import type { Candidate } from "./candidate.ts";
import { createHedgeBudget, createRetryBudget } from "./create-budgets.ts";
import { HealthBoard } from "./health/health-board.ts";
import { routeAnswer } from "./route-answer.ts";
import type { RoutedPart } from "./routed-part.ts";
import type { RouterContext } from "./router-context.ts";
import { ROUTER_LIMITS } from "./router-limits.ts";
import { TestingClock } from "./testing-clock.ts";

/** A router's surroundings for tests, with what it told of its calls. */
export type TestingRouter = RouterContext & { attempts: Attempt[]; settled: () => Attempt[] };

/** Surroundings whose models are what `createChatModel` says. No pause is longer than nothing unless `random` says so. */
export function makeRouter(
  createChatModel: (candidate: Candidate) => ChatModel,
  fields: Partial<RouterContext> = {},
): TestingRouter {
  const attempts: Attempt[] = [];
  let ids = 0;
  return {
    clock: new TestingClock(),
    random: () => 0,
    createId: () => String((ids += 1)),
    createChatModel,
    health: new HealthBoard("test"),
    retryBudget: createRetryBudget(),
    hedgeBudget: createHedgeBudget(),
    limits: ROUTER_LIMITS,
    onAttempt: (attempt) => attempts.push(attempt),
    attempts,
    settled: () => attempts.filter(({ outcome }) => outcome !== "running"),
    ...fields,
  };
}

type Asking = { request?: Partial<ChatRequest>; deadlineAt?: number | null; signal?: AbortSignal };

/** A request that asks nothing much. */
export const REQUEST: ChatRequest = {
  system: null,
  turns: [{ role: "user", parts: [{ type: "text", text: "Hello" }] }],
  continues: [],
  outputTokensMax: null,
  tools: [],
  answerFormat: null,
  reasoningEffort: null,
};

/** The answer that these candidates give, in this order. */
export function ask(
  ctx: RouterContext,
  order: readonly Candidate[],
  { request = {}, deadlineAt = null, signal = new AbortController().signal }: Asking = {},
): AsyncGenerator<RoutedPart, void, undefined> {
  return routeAnswer(ctx, { request: { ...REQUEST, ...request }, order, considered: [], deadlineAt }, signal);
}

/** All parts of an answer as they came. */
export async function collect(answer: AsyncIterable<RoutedPart>): Promise<RoutedPart[]> {
  const parts: RoutedPart[] = [];
  for await (const part of answer) parts.push(part);
  return parts;
}

/** What stands in the end, as a log would hold it that follows each rewind. */
export function standing(parts: readonly RoutedPart[]): StreamPart[] {
  const kept: StreamPart[] = [];
  for (const part of parts) {
    if (part.type === "rewind") kept.length = part.toPart;
    else kept.push(part);
  }
  return kept;
}

/** The content that a person reads in the end. */
export function contentOf(parts: readonly RoutedPart[]): readonly MessagePart[] {
  return standing(parts).reduce(foldStreamPart, [] as readonly MessagePart[]);
}
