import { randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import {
  type Attempt,
  type Candidate,
  type ChatModel,
  chooseCandidates,
  createChatModel,
  type FittedContext,
  fitContext,
  routeAnswer,
  ROUTER_LIMITS,
  type RoutedPart,
  type RouterContext,
  waitForColdStart,
  withVllmLoad,
} from "#inference/index.ts";
import type { ServerContext } from "#server/context.ts";
import { findCandidates, type FoundCandidates } from "#server/domains/catalog/index.ts";
import { AppError, toAppError } from "#server/errors.ts";
import { persist } from "#server/persist.ts";
import type { ModelCall } from "./model-call.ts";
import { toNeeds } from "./to-needs.ts";

/** What asking a model touches. */
export type AskNeeds = Pick<
  ServerContext,
  "attempts" | "catalog" | "catalogue" | "clock" | "localServers" | "logger" | "router" | "secretBox"
>;

/**
 * Asks a model that this person may use, whichever deployment answers, and yields the answer as `routeAnswer` promises it,
 * with a notice in front where the conversation is too long for the model. Never throws: whatever stands in the way, an
 * unknown model included (`model-unavailable`), is the final `error` part; an abort ends the stream silently. Every call to
 * a provider is written down.
 */
export async function* askModel(ctx: AskNeeds, call: ModelCall, signal: AbortSignal): AsyncGenerator<RoutedPart> {
  const found = await find(ctx, call, signal);
  if (signal.aborted) return;
  if (found instanceof AppError) return yield toErrorPart(found);
  const fitted = await fit(ctx, call, found);
  if (!fitted.fits) return yield toErrorPart(TOO_LONG);
  const { candidates, policy } = found;
  const { random, clock } = ctx.router;
  const health = withVllmLoad(ctx.router.health, ctx.router.vllmLoads);
  const choosing = { needs: toNeeds(call.request, candidates, fitted.inputTokens), candidates, policy };
  const { order, considered } = chooseCandidates(choosing, health, { random, now: clock.now() });
  if (order.length === 0) return yield toErrorPart(nobodyCan(considered));
  const { messagesLeftOut } = fitted;
  const wasTold = call.request.continues.some(({ type }) => type === "notice");
  if (messagesLeftOut > 0 && !wasTold) {
    yield { type: "notice", notice: { code: "context-trimmed", messagesLeftOut } };
  }
  yield* routeAnswer(
    toRouterContext(ctx, call, order),
    { request: fitted.request, order, considered, deadlineAt: null },
    signal,
  );
}

const TOO_LONG = new AppError("provider-request-rejected", {
  message: "The newest message alone is longer than the model's context.",
});

async function find(
  ctx: AskNeeds,
  { userId, modelId }: ModelCall,
  signal: AbortSignal,
): Promise<FoundCandidates | AppError> {
  try {
    const found = await persist(() => findCandidates(ctx, userId, modelId), signal);
    return found ?? new AppError("model-unavailable", { message: "No connection of this person has this model." });
  } catch (error) {
    return toAppError(error);
  }
}

async function fit(
  ctx: AskNeeds,
  { request }: ModelCall,
  { candidates, tokenizer }: FoundCandidates,
): Promise<FittedContext> {
  const [first] = candidates;
  const { contextTokens = null, outputTokensMax = null } = first ?? {};
  return fitContext(ctx.router.tokenCounter, request, { contextTokens, outputTokensMax, tokenizer });
}

function nobodyCan(considered: readonly { reason: string }[]): AppError {
  const reasons = [...new Set(considered.map(({ reason }) => reason))].join(", ");
  return new AppError("model-unavailable", {
    message: `No deployment can answer this: ${reasons || "there is none"}.`,
  });
}

function toRouterContext(
  ctx: AskNeeds,
  { userId, generationId, onAttempt }: ModelCall,
  order: readonly Candidate[],
): RouterContext {
  const { vllmLoads, health, retryBudget, hedgeBudget, clock, random } = ctx.router;
  return {
    clock,
    random,
    health,
    retryBudget,
    hedgeBudget,
    limits: ROUTER_LIMITS,
    createId: randomUUID,
    createChatModel: ({ connection, modelName, deploymentId, canCallTools }) => {
      const plain = createChatModel(connection, modelName);
      const model = canCallTools ? plain : withoutTools(plain);
      // Where somebody else can answer, nobody waits for a server that loads its model.
      const mayWait = order.length === 1 && vllmLoads.isVllm(deploymentId);
      return mayWait ? waitForColdStart(model, connection, clock) : model;
    },
    onAttempt: (attempt) => {
      onAttempt?.(attempt);
      void record(ctx, { userId, generationId, attempt: { ...attempt } });
    },
  };
}

/** A model that cannot call tools may stand in for one that can: it is offered none. */
function withoutTools(model: ChatModel): ChatModel {
  return { stream: (request, signal) => model.stream({ ...request, tools: [] }, signal) };
}

/** Nobody waits for it, and the provider is asked first: an answer must not be slower for being counted. */
async function record(ctx: AskNeeds, told: { userId: string; generationId: string; attempt: Attempt }): Promise<void> {
  await nextTurn();
  try {
    await persist(() => ctx.attempts.record(told));
  } catch (error) {
    ctx.logger.error({ ...told, error: toAppError(error) }, "a call to a provider could not be written down");
  }
}

function toErrorPart({ code, message, isRetryable }: AppError): RoutedPart {
  return { type: "error", error: { code, message, isRetryable, status: null, requestId: null, retryAfterMs: null } };
}
