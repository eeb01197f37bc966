import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import { PartSplicer } from "#inference/continue/part-splicer.ts";
import { ProviderError } from "#inference/provider-error.ts";
import { ANSWER_LENGTH_MAX } from "#inference/size-limits.ts";
import type { Answer } from "./answer.ts";
import { contentLengthOf, PartMender } from "./part-mender.ts";

/** Makes what `FromEvent` functions read of one answer into the parts that `contracts/stream-part.ts` promises. */
export class AnswerParts {
  readonly #answer: Answer;
  readonly #mender = new PartMender();
  readonly #splicer: PartSplicer | null;

  /** `continues` is the answer that is continued, empty for a new one. */
  constructor(answer: Answer, continues: readonly MessagePart[]) {
    this.#answer = answer;
    this.#splicer = PartSplicer.for(continues);
  }

  /** The parts that may be shown now that `part` was read. Throws ProviderError for an answer that is too long, or does not go on. */
  push(part: StreamPart): StreamPart[] {
    const answer = this.#answer;
    answer.length += contentLengthOf(part);
    if (answer.length > ANSWER_LENGTH_MAX) throw tooLong();
    const { restMs } = answer;
    const told = part.type === "response-start" && restMs !== null ? { ...part, restMs } : part;
    return this.#splice(this.#mender.push(told));
  }

  /** The parts that end the answer; `error` is what broke it off, null where nothing did. */
  end(error: ProviderError | null): StreamPart[] {
    const answer = this.#answer;
    // Once the model has said why it stopped, its words are whole: what broke after that lost nothing.
    const isWhole = answer.finishReason !== null || (answer.isTerminated && error === null);
    const reason = answer.finishReason ?? "other";
    const last = this.#endContent(isWhole ? reason : null);
    const failure = last.failure ?? (isWhole ? null : (error ?? cutShort()));
    const usage: StreamPart[] = answer.usage === null ? [] : [{ type: "usage", usage: answer.usage }];
    const end: StreamPart =
      failure === null
        ? { type: "finish", reason }
        : { type: "error", error: { ...failure.toFailure(), requestId: failure.requestId ?? answer.requestId } };
    return [...last.parts, ...usage, end];
  }

  #endContent(reason: Parameters<PartSplicer["end"]>[0]): { parts: StreamPart[]; failure: ProviderError | null } {
    const parts = this.#splice(this.#mender.end());
    if (reason === null) return { parts, failure: null };
    try {
      parts.push(...(this.#splicer?.end(reason) ?? []));
    } catch (thrown) {
      if (!(thrown instanceof ProviderError)) throw thrown;
      return { parts, failure: thrown };
    }
    for (const toolCallId of this.#answer.openToolCalls.values()) parts.push({ type: "tool-call-end", toolCallId });
    return { parts, failure: null };
  }

  #splice(parts: StreamPart[]): StreamPart[] {
    const splicer = this.#splicer;
    return splicer === null ? parts : parts.flatMap((part) => splicer.push(part));
  }
}

function cutShort(): ProviderError {
  return new ProviderError("provider-stream-broken", {
    message: "The provider's answer broke off: it ended before the model had finished.",
    isRetryable: true,
  });
}

function tooLong(): ProviderError {
  return new ProviderError("provider-stream-broken", {
    message: `The provider's answer is longer than ${ANSWER_LENGTH_MAX} characters.`,
    isRetryable: false,
  });
}
