import { z } from "zod";
import { CONVERSATION_TITLE_LENGTH_MAX } from "#contracts/conversation.ts";
import { idSchema } from "#contracts/ids.ts";
import { storableText } from "#contracts/storable-text.ts";
import { listCursorSchema } from "./list-cursor.ts";

export const conversationIdSchema = z.object({ id: idSchema });

export const listConversationsSchema = z.object({
  cursor: listCursorSchema.optional(),
  limit: z.int().min(1).max(100).default(40),
});

export const renameConversationSchema = z.object({
  id: idSchema,
  title: z
    .string()
    .transform((title) => storableText(title).replaceAll(/\s+/g, " ").trim())
    .pipe(z.string().min(1, "A title has at least one letter.").max(CONVERSATION_TITLE_LENGTH_MAX)),
});

export const selectBranchSchema = z.object({ id: idSchema, messageId: idSchema });
