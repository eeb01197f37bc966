import { z } from "zod";
import { idSchema } from "./ids.ts";

export const CONVERSATION_TITLE_LENGTH_MAX = 200;

/** What a list shows of a conversation. */
export const conversationSummarySchema = z.object({
  id: idSchema,
  /** Never empty: the first words of the first message until a better one is made. */
  title: z.string(),
  modelId: z.string().nullable(),
  currentLeafId: idSchema.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** True while an answer is being written in it. */
  isRunning: z.boolean(),
  /** True when an answer ended after the person last looked. */
  isUnread: z.boolean(),
});
export type ConversationSummary = z.infer<typeof conversationSummarySchema>;
