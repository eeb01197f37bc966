import { z } from "zod";
import { storableText } from "#contracts/storable-text.ts";

const count = z.int().nonnegative().nullish();
const text = z.string().nullish();
/** Kept as it is, in one piece: deltas are mended on their way. */
const name = z.string().transform(storableText).nullish();

const shortName = z.string().max(500).transform(storableText).nullish();

const modalitiesSchema = z.array(z.object({ modality: text, tokenCount: count })).nullish();

/** Usage as Google counts it: the cache is part of the prompt, thoughts stand beside the candidates. */
const chunkUsageSchema = z.object({
  promptTokenCount: count,
  cachedContentTokenCount: count,
  toolUsePromptTokenCount: count,
  candidatesTokenCount: count,
  thoughtsTokenCount: count,
  totalTokenCount: count,
  promptTokensDetails: modalitiesSchema,
  cacheTokensDetails: modalitiesSchema,
  candidatesTokensDetails: modalitiesSchema,
});
export type ChunkUsage = z.infer<typeof chunkUsageSchema>;
export type ChunkModalities = z.infer<typeof modalitiesSchema>;

/** Pieces of other kinds (code that Google runs, images) carry none of these fields and pass by. */
const partSchema = z.object({
  text,
  thought: z.boolean().nullish(),
  thoughtSignature: text,
  functionCall: z.object({ id: name, name, args: z.record(z.string(), z.unknown()).nullish() }).nullish(),
});
export type ChunkPart = z.infer<typeof partSchema>;

const chunkSchema = z.object({
  responseId: shortName,
  modelVersion: shortName,
  candidates: z
    .array(
      z.object({
        index: z.int().nullish(),
        content: z.object({ parts: z.array(partSchema).nullish() }).nullish(),
        finishReason: text,
        finishMessage: text,
      }),
    )
    .nullish(),
  promptFeedback: z.object({ blockReason: text, blockReasonMessage: text }).nullish(),
  /** A count that makes no sense is no count: it must not cost the person the answer. */
  usageMetadata: chunkUsageSchema.nullish().catch(null),
  error: z.unknown().optional(),
});
export type Chunk = z.infer<typeof chunkSchema>;
export type ChunkCandidate = NonNullable<Chunk["candidates"]>[number];

/** One event of a streamed answer of Gemini, as far as we read it; an answer in one piece is a list of them. */
export const chunksSchema = z.union([chunkSchema.transform((chunk) => [chunk]), z.array(chunkSchema)]);
