import { z } from "zod";
import { storableText } from "#contracts/storable-text.ts";

const count = z.int().nonnegative().nullish();
/** Kept as it is, in one piece: deltas are mended on their way. */
const name = z.string().transform(storableText).nullish();

const modelName = z.string().max(500).nullish();

/** Usage as Anthropic counts it; each report replaces the numbers that it names. */
const eventUsageSchema = z
  .object({
    input_tokens: count,
    cache_creation_input_tokens: count,
    cache_read_input_tokens: count,
    output_tokens: count,
    output_tokens_details: z.object({ thinking_tokens: count }).nullish(),
  })
  .nullish()
  /** A count that makes no sense is no count: it must not cost the person the answer. */
  .catch(null);
export type EventUsage = z.infer<typeof eventUsageSchema>;

const stopFields = {
  stop_reason: z.string().nullish(),
  stop_details: z.object({ explanation: z.string().nullish() }).nullish().catch(null),
};

const knownEventSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("message_start"),
    message: z.object({ model: modelName, usage: eventUsageSchema }),
  }),
  z.object({
    type: z.literal("content_block_start"),
    index: z.int().nonnegative(),
    content_block: z.object({
      type: z.string(),
      text: z.string().nullish(),
      thinking: z.string().nullish(),
      id: name,
      name,
    }),
  }),
  z.object({
    type: z.literal("content_block_delta"),
    index: z.int().nonnegative(),
    delta: z.object({
      type: z.string(),
      text: z.string().nullish(),
      thinking: z.string().nullish(),
      partial_json: z.string().nullish(),
    }),
  }),
  z.object({ type: z.literal("content_block_stop"), index: z.int().nonnegative() }),
  z.object({
    type: z.literal("message_delta"),
    delta: z.object(stopFields),
    usage: eventUsageSchema,
  }),
  z.object({ type: z.literal("message_stop") }),
  /** The whole answer in one piece, from a proxy that does not stream. */
  z.object({
    type: z.literal("message"),
    model: modelName,
    content: z.array(
      z.object({
        type: z.string(),
        text: z.string().nullish(),
        thinking: z.string().nullish(),
        id: name,
        name,
        input: z.unknown().optional(),
      }),
    ),
    ...stopFields,
    usage: eventUsageSchema,
  }),
  z.object({ type: z.literal("error"), error: z.unknown() }),
]);

const KNOWN_TYPES = new Set<string>(knownEventSchema.options.map(({ shape }) => shape.type.value));

/** Pings, and whatever Anthropic adds one day: its rules for versions say that clients must let these pass. */
const otherEventSchema = z
  .object({ type: z.string().refine((type) => !KNOWN_TYPES.has(type)) })
  .transform(() => ({ type: "other" as const }));

/** One event of a streamed message, as far as we read it. Kinds that we do not know are `other`. */
export const messageEventSchema = z.union([knownEventSchema, otherEventSchema]);
export type MessageEvent = z.infer<typeof messageEventSchema>;
