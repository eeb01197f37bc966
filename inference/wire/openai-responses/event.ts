import { z } from "zod";
import { storableText } from "#contracts/storable-text.ts";

const count = z.int().nonnegative().nullish();
/** Kept as it is, in one piece: deltas are mended on their way. */
const name = z.string().transform(storableText).nullish();

/** Usage as OpenAI counts it: every detail is part of the number above it. */
const usageSchema = z
  .object({
    input_tokens: z.int().nonnegative(),
    input_tokens_details: z.object({ cached_tokens: count, cache_write_tokens: count }).nullish(),
    output_tokens: z.int().nonnegative(),
    output_tokens_details: z.object({ reasoning_tokens: count }).nullish(),
  })
  .nullish()
  /** A count that makes no sense is no count: it must not cost the person the answer. */
  .catch(null);
export type ResponseUsage = NonNullable<z.infer<typeof usageSchema>>;

const itemSchema = z.object({ type: z.string(), call_id: name, name, arguments: z.string().nullish() });

const responseSchema = z.object({
  model: z.string().max(500).nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  error: z.unknown().optional(),
  usage: usageSchema,
});

const index = z.int().nonnegative();

const knownEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("response.created"), response: responseSchema }),
  z.object({ type: z.literal("response.output_item.added"), output_index: index, item: itemSchema }),
  z.object({ type: z.literal("response.output_item.done"), output_index: index, item: itemSchema }),
  z.object({ type: z.literal("response.output_text.delta"), delta: z.string() }),
  z.object({ type: z.literal("response.refusal.delta"), delta: z.string() }),
  z.object({ type: z.literal("response.reasoning_summary_part.added"), summary_index: index }),
  z.object({ type: z.literal("response.reasoning_summary_text.delta"), delta: z.string() }),
  z.object({ type: z.literal("response.reasoning_text.delta"), delta: z.string() }),
  z.object({
    type: z.literal("response.function_call_arguments.delta"),
    output_index: index,
    delta: z.string(),
  }),
  z.object({ type: z.literal("response.completed"), response: responseSchema }),
  z.object({ type: z.literal("response.incomplete"), response: responseSchema }),
  z.object({ type: z.literal("response.failed"), response: responseSchema }),
  z.object({
    type: z.literal("error"),
    code: z.unknown().optional(),
    message: z.unknown().optional(),
    error: z.unknown().optional(),
  }),
]);

const KNOWN_TYPES = new Set<string>(knownEventSchema.options.map(({ shape }) => shape.type.value));

/** Whatever else OpenAI says, such as how far it is, and whatever it adds one day. */
const otherEventSchema = z
  .object({ type: z.string().refine((type) => !KNOWN_TYPES.has(type)) })
  .transform(() => ({ type: "other" as const }));

/** An answer in one piece, from a proxy that does not stream. */
const wholeSchema = responseSchema
  .extend({
    object: z.literal("response"),
    status: z.string(),
    output: z.array(
      itemSchema.extend({
        content: z.array(z.object({ text: z.string().nullish(), refusal: z.string().nullish() })).nullish(),
        summary: z.array(z.object({ text: z.string().nullish() })).nullish(),
      }),
    ),
  })
  .transform((response) => ({ type: "whole" as const, response }));

/** One event of a streamed response, as far as we read it. Kinds that we do not know are `other`. */
export const responseEventSchema = z.union([knownEventSchema, otherEventSchema, wholeSchema]);
export type ResponseEvent = z.infer<typeof responseEventSchema>;
