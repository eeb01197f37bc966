import { z } from "zod";
import { errorCodeSchema } from "./error-codes.ts";
import { usageSchema } from "./stream-part.ts";

/** What was thought of one deployment before a call, for administrators. */
const callReasonSchema = z.object({
  deploymentId: z.string(),
  /** Its connection and its name there; null where it is gone. */
  name: z.string().nullable(),
  /** False: nothing for this request, however healthy it is. */
  isKept: z.boolean(),
  /** A reason of the router's; a browser may know fewer of them than a newer server. */
  reason: z.string(),
  /** The numbers behind the reason, in a few English words. */
  detail: z.string(),
});
export type CallReason = z.infer<typeof callReasonSchema>;

/** One call to a provider for an answer, as a person may see it. */
const answerCallSchema = z.object({
  id: z.string(),
  kind: z.enum(["first", "retry", "hedge", "failover"]),
  modelId: z.string(),
  modelName: z.string(),
  connectionLabel: z.string(),
  /** `running`: its end was not written down, or is not yet. */
  outcome: z.enum(["running", "ended", "failed", "cut", "stalled", "cancelled", "lost-hedge"]),
  /** `message` quotes the provider, and is null for who is no administrator. */
  failure: z.object({ code: errorCodeSchema, message: z.string().nullable() }).nullable(),
  /** The provider's own name for the call; null where there is none, and for who is no administrator. */
  requestId: z.string().nullable(),
  usage: usageSchema.nullable(),
  outputCharacters: z.int().nonnegative(),
  /** Whether something of the answer stood already when it began. */
  hasGoneOn: z.boolean(),
  /** From its beginning to the first of its content, and to its end; null where there is none. */
  firstPartMs: z.int().nonnegative().nullable(),
  tookMs: z.int().nonnegative().nullable(),
  /** At the first call of a row alone, and empty for who is no administrator. */
  reasons: z.array(callReasonSchema),
});
export type AnswerCall = z.infer<typeof answerCallSchema>;
