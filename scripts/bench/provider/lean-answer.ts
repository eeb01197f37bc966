const HEAD = { id: "chatcmpl-9x8y7z6w5v4u3t2s1r", object: "chat.completion.chunk", created: 1_790_000_000 };

/** An answer of the lean provider: what it says, and the server-sent events that say it, one a token. */
export type LeanAnswer = { text: string; tokens: readonly Buffer[]; end: Buffer };

/** The text of `count` tokens, the same every time. */
export function leanText(count: number): string {
  return leanTokens(count).join("");
}

/** An answer of `count` tokens as OpenAI streams one, about 270 bytes a token. */
export function writeLeanAnswer(modelName: string, count: number): LeanAnswer {
  const tokens = leanTokens(count);
  const write = (fields: object): Buffer =>
    Buffer.from(`data: ${JSON.stringify({ ...HEAD, model: modelName, ...fields })}\n\n`);
  const choice = (delta: object, finish: string | null): Buffer =>
    write({
      service_tier: "default",
      system_fingerprint: "fp_0705bf87c0",
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
      usage: null,
    });
  const usage = { prompt_tokens: 12, completion_tokens: count, total_tokens: 12 + count };
  return {
    text: tokens.join(""),
    tokens: tokens.map((content) => choice({ content }, null)),
    end: Buffer.concat([choice({}, "stop"), write({ choices: [], usage }), Buffer.from("data: [DONE]\n\n")]),
  };
}

function leanTokens(count: number): string[] {
  return Array.from({ length: count }, (_, index) => ` word${index % 1_000}`);
}
