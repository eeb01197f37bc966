import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import type { ChatRequest } from "#inference/chat-model.ts";
import { cutToContinue } from "#inference/continue/cut-to-continue.ts";

/** What another deployment may go on with: so many parts stay shown, and this is the answer up to there. */
export type SafeBoundary = { toPart: number; content: readonly MessagePart[] };

/** Parts that continue one block, joined; `endsAt` is how many parts had been shown when the last of them was. */
type Run = { part: StreamPart; endsAt: number };

/** What was shown of an answer, kept in as few pieces as it takes until somebody has to go on with it. */
export class ShownAnswer {
  readonly #request: ChatRequest;
  #runs: Run[] = [];
  #count = 0;

  constructor(request: ChatRequest) {
    this.#request = request;
  }

  /** How many parts stand. */
  get count(): number {
    return this.#count;
  }

  push(part: StreamPart): void {
    this.#count += 1;
    const last = this.#runs.at(-1);
    const joined = last === undefined ? null : join(last.part, part);
    if (last === undefined || joined === null) this.#runs.push({ part, endsAt: this.#count });
    else Object.assign(last, { part: joined, endsAt: this.#count });
  }

  /**
   * The last place from where a model can go on. JSON by a schema is begun anew: what two models
   * wrote of it need not fit together.
   */
  findSafeBoundary(): SafeBoundary {
    const parts = this.#runs.map(({ part }) => part);
    const kept = this.#request.answerFormat === null ? cutToContinue(parts) : 0;
    const content = parts.slice(0, kept).reduce(foldStreamPart, this.#request.continues);
    return { toPart: this.#runs[kept - 1]?.endsAt ?? 0, content };
  }

  /** Takes back what was shown behind a safe boundary. */
  rewind({ toPart }: SafeBoundary): void {
    this.#runs = this.#runs.filter(({ endsAt }) => endsAt <= toPart);
    this.#count = toPart;
  }
}

function join(last: StreamPart, part: StreamPart): StreamPart | null {
  if (part.type === "tool-call-delta") {
    if (last.type !== part.type || last.toolCallId !== part.toolCallId) return null;
    return { ...part, inputText: last.inputText + part.inputText };
  }
  const isText = part.type === "text-delta" || part.type === "reasoning-delta" || part.type === "refusal-delta";
  return isText && last.type === part.type ? { type: part.type, text: last.text + part.text } : null;
}
