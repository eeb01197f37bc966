import { canContinue, createChatModel, isContinuation, type Candidate, type ChatRequest } from "#inference/index.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { ServerContext } from "#server/context.ts";
import { AppError, toAppError } from "#server/errors.ts";
import { persist } from "#server/persist.ts";
import { findCandidates } from "./find-candidates.ts";

type Needs = Pick<ServerContext, "catalog" | "catalogue" | "clock" | "secretBox" | "localServers">;

/** Who asks which model what. */
export type ModelCall = { userId: string; modelId: string; request: ChatRequest };

/**
 * Asks a model that this person may use, and yields the answer as `contracts/stream-part.ts`
 * promises it. Never throws: whatever stands in the way, an unknown model included
 * (`model-unavailable`), is the final `error` part; an abort ends the stream silently.
 */
export async function* streamModel(ctx: Needs, call: ModelCall, signal: AbortSignal): AsyncGenerator<StreamPart> {
  const resolved = await resolve(ctx, call, signal);
  if (signal.aborted) return;
  if (resolved instanceof AppError) yield toErrorPart(resolved);
  else if (!canAnswer(resolved, call.request)) yield toErrorPart(CANNOT_CONTINUE);
  else yield* createChatModel(resolved.connection, resolved.modelName).stream(call.request, signal);
}

const CANNOT_CONTINUE = new AppError("provider-request-rejected", {
  message: "This model begins anew whatever it is shown.",
});

function canAnswer({ connection, modelName }: Candidate, { continues }: ChatRequest): boolean {
  return !isContinuation(continues) || canContinue(connection.provider, modelName);
}

async function resolve(ctx: Needs, { userId, modelId }: ModelCall, signal: AbortSignal): Promise<Candidate | AppError> {
  try {
    const found = await persist(() => findCandidates(ctx, userId, modelId), signal);
    return (
      found?.candidates.find(({ isDraining }) => !isDraining) ??
      new AppError("model-unavailable", { message: "No connection of this person has this model." })
    );
  } catch (error) {
    return toAppError(error);
  }
}

function toErrorPart({ code, message, isRetryable }: AppError): StreamPart {
  return {
    type: "error",
    error: { code, message, isRetryable, status: null, requestId: null, retryAfterMs: null },
  };
}
