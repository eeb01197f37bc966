import { z } from "zod";
import { idSchema } from "#contracts/ids.ts";
import { usageSchema } from "#contracts/stream-part.ts";

/** Names an answer's generation. */
export const namedGenerationSchema = z.strictObject({ generationId: idSchema });

/** A call to a provider as it was stored, with its reasons. */
export const storedAttemptSchema = z.object({
  id: z.string(),
  number: z.int(),
  kind: z.enum(["first", "retry", "hedge", "failover"]),
  modelId: z.string(),
  deploymentId: z.string(),
  modelName: z.string(),
  connectionLabel: z.string(),
  outcome: z.enum(["running", "ended", "failed", "cut", "stalled", "cancelled", "lost-hedge"]),
  failure: z.object({ code: z.string(), message: z.string(), status: z.int().nullable() }).nullable(),
  requestId: z.string().nullable(),
  usage: usageSchema.nullable(),
  outputCharacters: z.int(),
  fromPart: z.int(),
  considered: z.array(
    z.object({ deploymentId: z.string(), isKept: z.boolean(), reason: z.string(), detail: z.string() }),
  ),
  startedAt: z.date(),
  firstPartAt: z.date().nullable(),
  endedAt: z.date().nullable(),
});
export type StoredAttempt = z.infer<typeof storedAttemptSchema>;
