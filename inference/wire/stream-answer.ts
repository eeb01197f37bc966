import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import { ProviderError } from "#inference/provider-error.ts";
import type { TimeLimits } from "#inference/time-limits.ts";
import { AnswerParts } from "./answer-parts.ts";
import { createAnswer, type Answer, type FromEvent } from "./answer.ts";
import { EventReader } from "./event-reader.ts";
import type { ServerSentEvent } from "./event-splitter.ts";
import { readRequestId } from "./read-request-id.ts";
import { readSpentMs } from "./read-spent-ms.ts";
import { SilenceWatch } from "./silence-watch.ts";
import { toProviderError } from "./to-provider-error.ts";

/** What `streamAnswer` needs to know of one call. */
export type StreamedCall = {
  modelName: string;
  apiKey: string | null;
  timeLimits: TimeLimits;
  /** The answer that is continued; empty for a new one. */
  continues: readonly MessagePart[];
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
  const parts = new AnswerParts(answer, call.continues);
  const { stallMs, afterFinishMs, answerMs } = call.timeLimits;
  const endsAt = performance.now() + answerMs;
  let fault: unknown = null;
  let reader: EventReader | null = null;
  try {
    reader = await open(call, watch, answer);
    // This loop is what a token may cost here: what it passes before comes a read at a time, and by no further generator.
    for (let events = await reader.read(); events !== null; events = await reader.read()) {
      watch.pause();
      if (performance.now() > endsAt) throw tooMuch(`lasts longer than ${answerMs} ms`);
      for (const part of toParts(events, { call, answer, parts })) yield part;
      if (answer.isTerminated) break;
      watch.restart(answer.finishReason === null ? stallMs : afterFinishMs);
    }
  } catch (thrown) {
    fault = thrown;
  } finally {
    reader?.release();
    watch.end(answer.isTerminated ? "leave-request" : "abort-request");
  }
  if (signal.aborted) return;
  yield* parts.end(fault === null ? null : toStreamError({ fault, watch, answer, call }));
}

async function open(call: StreamedCall, watch: SilenceWatch, answer: Answer): Promise<EventReader> {
  watch.restart(call.timeLimits.responseStartMs);
  const response = await call.open(watch.signal);
  answer.requestId = readRequestId(response.headers);
  answer.restMs = readSpentMs(response.headers);
  answer.isOpen = true;
  watch.restart(call.timeLimits.stallMs);
  return new EventReader(response);
}

type Reading = { call: StreamedCall; answer: Answer; parts: AnswerParts };

function* toParts(events: readonly ServerSentEvent[], { call, answer, parts }: Reading): Generator<StreamPart> {
  for (const event of events) {
    for (const part of call.fromEvent(answer, event)) yield* parts.push(part);
    if (answer.isTerminated) return;
  }
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
