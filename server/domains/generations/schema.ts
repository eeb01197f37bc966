import { z } from "zod";
import { idSchema } from "#contracts/ids.ts";
import { answerRegenerateSchema, messageSendSchema } from "#contracts/socket-frames.ts";

/** Which generation to stop. */
export const stopGenerationSchema = z.object({ generationId: idSchema });

/** A message, as over the socket. */
export const queueMessageSchema = messageSendSchema.omit({ type: true, requestId: true });

/** A wish for another answer, as over the socket. */
export const queueAnswerSchema = answerRegenerateSchema.omit({ type: true, requestId: true });
