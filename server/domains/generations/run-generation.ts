import type { RoutedPart } from "#inference/index.ts";
import type { ServerContext } from "#server/context.ts";
import { AppError, toAppError } from "#server/errors.ts";
import { persist } from "#server/persist.ts";
import { collectAnswer, type StreamEnd } from "./collect-answer.ts";
import { endGeneration } from "./end-generation.ts";
import type { GenerationEnd } from "./generation.ts";
import type { LiveGeneration } from "./live-generation.ts";
import { PartWriter } from "./part-writer.ts";
import { readAhead } from "./read-ahead.ts";
import { releaseGeneration } from "./release-generation.ts";
import { rewindAnswer } from "./rewind-answer.ts";
import { toOutcome } from "./to-outcome.ts";

type Needs = Pick<
  ServerContext,
  "generations" | "messages" | "contextCache" | "generationLog" | "generationQueue" | "clock" | "logger"
>;

/** Where an answer comes from, and what must be durable before its first word leaves. */
export type AnswerSource = {
  stream: AsyncIterable<RoutedPart>;
  /** Resolves after the commit of the person's message; false or a failure: this generation is not ours to run. */
  committed: Promise<boolean>;
  /** The words that name the connection in a sentence for the person. */
  label: () => Promise<string>;
};

/**
 * The way of one answer: dial while the person's message is committed, then log and show its parts
 * as they come, then store it whole. Returns how it ended; null where it was not ours to run or
 * another process goes on with it. Never throws.
 */
export async function runGeneration(
  ctx: Needs,
  live: LiveGeneration,
  source: AnswerSource,
): Promise<GenerationEnd | null> {
  const dialled = readAhead(source.stream);
  try {
    if (!(await source.committed.catch(() => false))) {
      live.halt("replaced");
      dialled.cancel();
      return null;
    }
    live.isCommitted = true;
    const end = await streamParts(ctx, live, dialled.items);
    if (live.haltReason === "handed-over" && !end.finishReason && !end.failure)
      return await releaseGeneration(ctx, live);
    const label = end.failure || !end.finishReason ? await source.label() : "";
    return await endGeneration(ctx, live, toOutcome(live, end, { label, at: ctx.clock.now() }));
  } catch (thrown) {
    const error = toAppError(thrown);
    ctx.logger.error({ generationId: live.record.id, error }, "an answer is left to whoever claims it");
    return null;
  }
}

async function streamParts(ctx: Needs, live: LiveGeneration, stream: AsyncIterable<RoutedPart>): Promise<StreamEnd> {
  const writer = new PartWriter(ctx, live);
  try {
    return await collectAnswer(stream, {
      onPart: (part) => {
        live.firstPartAt ??= ctx.clock.now();
        writer.push(part);
      },
      onRewind: () => takeBack(ctx, live, writer),
    });
  } catch (thrown) {
    return { usage: null, finishReason: null, failure: live.haltReason ? null : toFailure(ctx, thrown) };
  } finally {
    await writer.finish();
  }
}

/** Where it cannot be taken back now, the answer is left to whoever can: nothing may follow what should be gone. */
async function takeBack(ctx: Needs, live: LiveGeneration, writer: PartWriter): Promise<void> {
  try {
    await writer.flush();
    await persist(() => rewindAnswer(ctx, live), live.signal);
  } catch (thrown) {
    live.halt(toAppError(thrown).code === "conflict" ? "replaced" : "handed-over");
    throw thrown;
  }
}

/** Providers' faults come as parts; what is thrown was thrown on the way to them: no such model, no such connection. */
function toFailure(ctx: Needs, thrown: unknown): NonNullable<StreamEnd["failure"]> {
  const error = toAppError(thrown);
  if (!(thrown instanceof AppError)) ctx.logger.error({ error }, "a model could not be asked");
  const { code, message, isRetryable } = error;
  return { code, message, isRetryable, status: null, requestId: null, retryAfterMs: null };
}
