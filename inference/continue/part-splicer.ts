import type { MessagePart } from "#contracts/message.ts";
import type { FinishReason, StreamPart } from "#contracts/stream-part.ts";
import { ProviderError } from "#inference/provider-error.ts";
import { Splicer } from "./splicer.ts";
import { writtenText } from "./written-text.ts";

/** The parts of a continued answer, as they stand behind what was there: repeated text is taken off. */
export class PartSplicer {
  readonly #splicer: Splicer;
  #hasContent = false;
  #isOpen = false;

  private constructor(written: string) {
    this.#splicer = new Splicer(written);
  }

  /** What joins a continuation to these parts; null where they hold no text that it could repeat. */
  static for(continues: readonly MessagePart[]): PartSplicer | null {
    const written = writtenText(continues);
    return written.trim() === "" ? null : new PartSplicer(written);
  }

  /**
   * The parts that may be shown now that `part` has come. Reasoning before the first words is left
   * out: it would stand in the middle of a sentence and cut a block of Markdown in two. Throws
   * ProviderError, not retryable, where the model starts over instead of going on.
   */
  push(part: StreamPart): StreamPart[] {
    if (this.#isOpen) return [part];
    switch (part.type) {
      case "text-delta":
        this.#hasContent = true;
        return this.#show(this.#splicer.push(part.text));
      case "reasoning-delta":
        return [];
      case "refusal-delta":
      case "tool-call-start":
        this.#hasContent = true;
        return [...this.#show(this.#splicer.end()), part];
      case "tool-call-delta":
      case "tool-call-end":
      case "tool-result":
      case "notice":
      case "response-start":
      case "usage":
      case "finish":
      case "error":
        return [part];
    }
  }

  /**
   * What is left at the end. What was held back from an answer that broke off again goes: the next
   * attempt brings it. `reason` is why the model stopped, null where it broke off. Throws
   * ProviderError, not retryable, where it stopped without a word: whether anything was missing
   * nobody knows.
   */
  end(reason: FinishReason | null): StreamPart[] {
    if (this.#isOpen || reason === null) return [];
    if (!this.#hasContent && reason !== "content-filter") throw saidNothing();
    return this.#show(this.#splicer.end());
  }

  #show(text: string): StreamPart[] {
    this.#isOpen = this.#splicer.isSettled;
    return text === "" ? [] : [{ type: "text-delta", text }];
  }
}

function saidNothing(): ProviderError {
  return new ProviderError("provider-request-rejected", {
    message: "The model cannot continue this answer: asked to go on, it said nothing.",
    isRetryable: false,
  });
}
