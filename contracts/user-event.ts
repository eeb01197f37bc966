import { z } from "zod";
import { conversationSummarySchema } from "./conversation.ts";
import { idSchema } from "./ids.ts";

/**
 * What a process tells all processes that hold sockets of one person. Only a hint: it may be lost,
 * and whoever reconnects reads the truth from the database.
 */
export const userEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("conversation-put"), conversation: conversationSummarySchema }),
  z.object({ type: z.literal("conversation-deleted"), conversationId: idSchema }),
  z.object({ type: z.literal("generation-started"), conversationId: idSchema, generationId: idSchema }),
  z.object({ type: z.literal("generation-stop-requested"), generationId: idSchema }),
  z.object({ type: z.literal("session-ended"), sessionId: idSchema }),
  z.object({ type: z.literal("models-changed") }),
  z.object({ type: z.literal("settings-changed") }),
]);
export type UserEvent = z.infer<typeof userEventSchema>;
