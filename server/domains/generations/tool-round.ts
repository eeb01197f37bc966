import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { FinishReason, StreamPart, Usage } from "#contracts/stream-part.ts";
import type { RoutedPart } from "#inference/index.ts";
import { addUsage } from "#contracts/add-usage.ts";
import type { ToolCall } from "./run-tool.ts";

/** One call of a model within an answer: what it says, with names for its tool calls that no earlier one of the answer has. */
export class ToolRound {
  readonly #before: readonly MessagePart[];
  readonly #usageBefore: Usage | null;
  readonly #parts: StreamPart[] = [];
  readonly #names = new Map<string, string>();
  #usage: Usage | null = null;
  #finishReason: FinishReason | null = null;

  /** `before` is the answer so far, `usageBefore` what its earlier rounds cost. */
  constructor(before: readonly MessagePart[], usageBefore: Usage | null) {
    this.#before = before;
    this.#usageBefore = usageBefore;
  }

  /** What it cost, with the rounds before it. */
  get usage(): Usage | null {
    return addUsage(this.#usageBefore, this.#usage);
  }

  /** Why the model stopped; null where it did not say so, and nothing that it called is to be run. */
  get finishReason(): FinishReason | null {
    return this.#finishReason;
  }

  /** How many parts were shown. */
  get length(): number {
    return this.#parts.length;
  }

  /** Takes the next part and returns it as it is to be shown; a `finish` is kept back, for results may follow. */
  push(part: RoutedPart): StreamPart | null {
    if (part.type === "rewind") {
      this.#parts.length = this.#placeOf(part.toPart);
      return null;
    }
    if (part.type === "finish") {
      this.#finishReason = part.reason;
      return null;
    }
    const shown = this.#toShown(part);
    this.#parts.push(shown);
    return shown;
  }

  /** The answer so far, this round and its results included. */
  content(results: readonly StreamPart[] = []): readonly MessagePart[] {
    return [...this.#parts, ...results].reduce(foldStreamPart, this.#before);
  }

  /** What the model called, whole. */
  calls(): ToolCall[] {
    const ended = new Set(this.#parts.flatMap((part) => (part.type === "tool-call-end" ? [part.toolCallId] : [])));
    return this.content().flatMap((part) => (part.type === "tool-call" && ended.has(part.toolCallId) ? [part] : []));
  }

  /** A notice stands in front of what a router yields, which does not count it. */
  #placeOf(toPart: number): number {
    const places = this.#parts.flatMap(({ type }, index) => (type === "notice" ? [] : [index]));
    return places[toPart] ?? this.#parts.length;
  }

  #toShown(part: StreamPart): StreamPart {
    switch (part.type) {
      case "tool-call-start": {
        const toolCallId = this.#findFreeName(part.toolCallId);
        this.#names.set(part.toolCallId, toolCallId);
        return { ...part, toolCallId };
      }
      case "tool-call-delta":
      case "tool-call-end":
      case "tool-result":
        return { ...part, toolCallId: this.#names.get(part.toolCallId) ?? part.toolCallId };
      case "usage":
        this.#usage = part.usage;
        return { type: "usage", usage: this.usage ?? part.usage };
      case "response-start":
      case "text-delta":
      case "reasoning-delta":
      case "refusal-delta":
      case "notice":
      case "finish":
      case "error":
        return part;
    }
  }

  /** Some providers number the calls of each response from the beginning, and an answer has several. */
  #findFreeName(wanted: string): string {
    const taken = new Set([
      ...this.#before.flatMap((part) => (part.type === "tool-call" ? [part.toolCallId] : [])),
      ...this.#parts.flatMap((part) => (part.type === "tool-call-start" ? [part.toolCallId] : [])),
    ]);
    for (let number = 2; ; number += 1) {
      const name = number === 2 && !taken.has(wanted) ? wanted : `${wanted}-${number}`;
      if (!taken.has(name)) return name;
    }
  }
}
