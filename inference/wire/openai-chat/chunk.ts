import { z } from "zod";
import { storableText } from "#contracts/storable-text.ts";

const text = z.string().nullish();
/** Kept as it is, in one piece: deltas are mended on their way. */
const name = z.string().transform(storableText).nullish();

const count = z.int().nonnegative().nullish();

/** Usage as OpenAI counts it: every detail is part of the number above it. */
const chunkUsageSchema = z.object({
  prompt_tokens: z.int().nonnegative(),
  completion_tokens: z.int().nonnegative(),
  total_tokens: count,
  prompt_tokens_details: z.object({ cached_tokens: count, cache_write_tokens: count, audio_tokens: count }).nullish(),
  completion_tokens_details: z.object({ reasoning_tokens: count, audio_tokens: count }).nullish(),
});
export type ChunkUsage = z.infer<typeof chunkUsageSchema>;

/** Mistral's reasoning models send their content in parts. */
const contentPartSchema = z.object({
  text,
  thinking: z.array(z.object({ text })).nullish(),
});
export type ContentPart = z.infer<typeof contentPartSchema>;

const deltaSchema = z.object({
  content: z.union([z.string(), z.array(contentPartSchema)]).nullish(),
  refusal: text,
  /** DeepSeek, vLLM, llama.cpp. */
  reasoning_content: text,
  /** OpenRouter, Ollama, newer vLLM. */
  reasoning: text,
  tool_calls: z
    .array(
      z.object({
        index: z.int().nonnegative().nullish(),
        id: name,
        function: z.object({ name, arguments: text }).nullish(),
      }),
    )
    .nullish(),
});
export type ChunkDelta = z.infer<typeof deltaSchema>;

/** One event of a streamed chat completion, as far as we read it; also a completion in one piece. */
export const chunkSchema = z.object({
  model: z.string().max(500).nullish(),
  choices: z
    .array(
      z.object({
        index: z.int().nullish(),
        delta: deltaSchema.nullish(),
        message: deltaSchema.nullish(),
        finish_reason: text,
      }),
    )
    .nullish(),
  /** A count that makes no sense is no count: it must not cost the person the answer. */
  usage: chunkUsageSchema.nullish().catch(null),
  /** What Azure's filters made of the question; it comes before the answer, which may have no name yet. */
  prompt_filter_results: z.unknown().optional(),
  error: z.unknown().optional(),
});
