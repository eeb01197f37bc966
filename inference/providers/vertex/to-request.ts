import type { GenerateContentParameters } from "@google/genai";
import type { ChatRequest } from "#inference/chat-model.ts";
import type { FindSignature } from "#inference/wire/gemini/write-contents.ts";
import { writeRequest } from "#inference/wire/gemini/write-request.ts";

type Call = { signal: AbortSignal; findSignature: FindSignature };

/** Our request as Vertex wants it of a Gemini, which `signal` ends. Throws ProviderError. */
export async function toRequest(
  modelName: string,
  request: ChatRequest,
  { signal: abortSignal, findSignature }: Call,
): Promise<GenerateContentParameters> {
  const { config, ...asked } = writeRequest(modelName, request, findSignature);
  const { thinkingConfig, ...rest } = config;
  if (thinkingConfig === undefined) return { ...asked, config: { ...rest, abortSignal } };
  const { thinkingLevel, ...thinking } = thinkingConfig;
  const { ThinkingLevel } = await import("@google/genai");
  const level = thinkingLevel === undefined ? {} : { thinkingLevel: ThinkingLevel[thinkingLevel] };
  return { ...asked, config: { ...rest, thinkingConfig: { ...thinking, ...level }, abortSignal } };
}
