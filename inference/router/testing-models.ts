import type { ProviderFailure, StreamPart } from "#contracts/stream-part.ts";
import type { ChatModel, ChatRequest } from "#inference/chat-model.ts";
import type { Candidate } from "./candidate.ts";

/** One step of a scripted model: a part of its answer, a wait, or something that no model should do. */
export type ScriptStep = StreamPart | { type: "wait"; until: Promise<unknown> } | { type: "throw" } | { type: "end" };

/** A model that answers by a script, and like a real one ends silently when its caller aborts. `asked` hears of each request. */
export function scriptModel(steps: readonly ScriptStep[], asked: (request: ChatRequest) => void = () => {}): ChatModel {
  return {
    async *stream(request, signal): AsyncGenerator<StreamPart> {
      asked(request);
      const aborted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
      for (const step of steps) {
        if (signal.aborted || step.type === "end") return;
        if (step.type === "throw") throw new Error("A model must not throw.");
        if (step.type === "wait") await Promise.race([step.until, aborted]);
        else yield step;
      }
    },
  };
}

/** A failure of a provider as a part. */
export function errorPart(code: ProviderFailure["code"], fields: Partial<ProviderFailure> = {}): StreamPart {
  const isRetryable = ["provider-unavailable", "provider-stream-broken", "provider-rate-limited"].includes(code);
  const error = { code, message: `A test's ${code}.`, isRetryable, status: null, requestId: null, retryAfterMs: null };
  return { type: "error", error: { ...error, ...fields } };
}

/** A whole answer of these words, with a usage of one token in and one for each word. */
export function wholeAnswer(...words: string[]): StreamPart[] {
  return [
    { type: "response-start", modelName: "scripted", requestId: "req" },
    ...words.map((text): StreamPart => ({ type: "text-delta", text })),
    { type: "usage", usage: makeUsage(1, words.length) },
    { type: "finish", reason: "stop" },
  ];
}

/** A usage of so many tokens in and out. */
export function makeUsage(inputTokens: number, outputTokens: number): Extract<StreamPart, { type: "usage" }>["usage"] {
  return {
    inputTokens,
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens,
    reasoningTokens: 0,
    audioInputTokens: 0,
    audioOutputTokens: 0,
  };
}

/** Models by deployment: each call takes the next script, the last one stays. */
export function scripted(scripts: Record<string, (readonly ScriptStep[])[]>, requests: ChatRequest[] = []) {
  const left = new Map(Object.entries(scripts).map(([id, steps]) => [id, [...steps]]));
  return ({ deploymentId }: Candidate): ChatModel => {
    const own = left.get(deploymentId) ?? [];
    const steps = own.length > 1 ? own.shift() : own[0];
    return scriptModel(steps ?? [], (request) => requests.push(request));
  };
}
