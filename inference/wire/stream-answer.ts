import type { ProviderFailure, StreamPart } from "#contracts/stream-part.ts";
import { ProviderError } from "#inference/provider-error.ts";
import { ANSWER_LENGTH_MAX } from "#inference/size-limits.ts";
import type { TimeLimits } from "#inference/time-limits.ts";
import { createAnswer, type Answer, type FromEvent } from "./answer.ts";
import { contentLengthOf, PartMender } from "./part-mender.ts";
import { readEvents } from "./read-events.ts";
import { SilenceWatch } from "./silence-watch.ts";
import { toProviderError } from "./to-provider-error.ts";

/** What `streamAnswer` needs to know of one call. */
export type StreamedCall = {
  modelName: string;
  apiKey: string | null;
  timeLimits: TimeLimits;
  /** Dials, and returns the raw answer once its headers are there; throws what the SDK throws. */
  open: (signal: AbortSignal) => Promise<Response>;
  fromEvent: FromEvent;
};

/**
 * One call to a provider as stream parts, in the order that `contracts/stream-part.ts` promises.
 * Never throws: a fault is an `error` part, an abort by `signal` a silent end.
 */
export async function* streamAnswer(call: StreamedCall, signal: AbortSignal): AsyncGenerator<StreamPart> {
  const watch = new SilenceWatch(signal);
  const answer = createAnswer(call.modelName);
  const mender = new PartMender();
  let fault: unknown = null;
  try {
    yield* readParts({ call, watch, answer, mender });
  } catch (thrown) {
    fault = thrown;
  } finally {
    watch.end(answer.isTerminated ? "leave-request" : "abort-request");
  }
  if (signal.aborted) return;
  yield* mender.end();
  yield* endAnswer(answer, fault === null ? null : toStreamError({ fault, watch, answer, call }));
}

type Reading = { call: StreamedCall; watch: SilenceWatch; answer: Answer; mender: PartMender };

async function* readParts(reading: Reading): AsyncGenerator<StreamPart> {
  const { call, watch, answer, mender } = reading;
  const { responseStartMs, stallMs, afterFinishMs, answerMs } = call.timeLimits;
  watch.restart(responseStartMs);
  const endsAt = performance.now() + answerMs;
  const response = await call.open(watch.signal);
  answer.requestId = response.headers.get("x-request-id") ?? response.headers.get("request-id");
  answer.isOpen = true;
  watch.restart(stallMs);
  for await (const events of readEvents(response)) {
    watch.pause();
    if (performance.now() > endsAt) throw tooMuch(`lasts longer than ${answerMs} ms`);
    for (const event of events) {
      for (const part of call.fromEvent(answer, event)) {
        answer.length += contentLengthOf(part);
        if (answer.length > ANSWER_LENGTH_MAX) throw tooMuch(`is longer than ${ANSWER_LENGTH_MAX} characters`);
        yield* mender.push(part);
      }
      if (answer.isTerminated) return;
    }
    watch.restart(answer.finishReason === null ? stallMs : afterFinishMs);
  }
}

function* endAnswer(answer: Answer, error: ProviderError | null): Generator<StreamPart> {
  // Once the model has said why it stopped, its words are whole: what broke after that lost nothing.
  const isWhole = answer.finishReason !== null || (answer.isTerminated && error === null);
  if (isWhole) for (const toolCallId of answer.openToolCalls.values()) yield { type: "tool-call-end", toolCallId };
  if (answer.usage !== null) yield { type: "usage", usage: answer.usage };
  if (isWhole) yield { type: "finish", reason: answer.finishReason ?? "other" };
  else yield { type: "error", error: toFailure(error ?? cutShort(), answer) };
}

function toFailure(error: ProviderError, answer: Answer): ProviderFailure {
  return { ...error.toFailure(), requestId: error.requestId ?? answer.requestId };
}

type Fault = { fault: unknown; watch: SilenceWatch; answer: Answer; call: StreamedCall };

function toStreamError({ fault, watch, answer, call }: Fault): ProviderError {
  if (!watch.hasExpired) return toProviderError(fault, { apiKey: call.apiKey, isReadingAnswer: answer.isOpen });
  if (answer.isOpen) return broken(`nothing came for ${watch.limitMs} ms`);
  return new ProviderError("provider-unreachable", {
    message: `The provider did not answer within ${watch.limitMs} ms.`,
    isRetryable: true,
  });
}

function cutShort(): ProviderError {
  return broken("it ended before the model had finished");
}

function broken(why: string): ProviderError {
  return new ProviderError("provider-stream-broken", {
    message: `The provider's answer broke off: ${why}.`,
    isRetryable: true,
  });
}

function tooMuch(how: string): ProviderError {
  return new ProviderError("provider-stream-broken", {
    message: `The provider's answer ${how}.`,
    isRetryable: false,
  });
}
