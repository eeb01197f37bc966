import type { GenerateContentParameters } from "@google/genai";
import type { ChatRequest } from "#inference/chat-model.ts";
import { writeRequest } from "#inference/wire/gemini/write-request.ts";

/** Our request as the Gemini API wants it of a Gemini, which `abortSignal` ends. Throws ProviderError. */
export async function toRequest(
  modelName: string,
  request: ChatRequest,
  abortSignal: AbortSignal,
): Promise<GenerateContentParameters> {
  const { config, ...asked } = writeRequest(modelName, request);
  const { thinkingConfig, ...rest } = config;
  if (thinkingConfig === undefined) return { ...asked, config: { ...rest, abortSignal } };
  const { thinkingLevel, ...thinking } = thinkingConfig;
  const { ThinkingLevel } = await import("@google/genai");
  const level = thinkingLevel === undefined ? {} : { thinkingLevel: ThinkingLevel[thinkingLevel] };
  return { ...asked, config: { ...rest, thinkingConfig: { ...thinking, ...level }, abortSignal } };
}
