import { z } from "zod";
import { idSchema } from "#contracts/ids.ts";

/** How many messages a page shows when nothing else is asked for. */
const MESSAGES_LIMIT = 50;

/** Which part of the current branch to list. */
export const listMessagesSchema = z.object({
  conversationId: idSchema,
  /** Lists what stands above this message of the branch; left out, the branch's end. */
  before: idSchema.optional(),
  limit: z.int().min(1).max(200).default(MESSAGES_LIMIT),
});
/** A page that was asked for. */
export type ListMessages = z.infer<typeof listMessagesSchema>;
