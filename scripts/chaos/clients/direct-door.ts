import type { Actor, ServerContext } from "#server/context.ts";
import { issueSocketTicket } from "#server/domains/accounts/index.ts";
import { queueMessage } from "#server/domains/generations/queue-answer.ts";
import { listMessages } from "#server/domains/messages/list-messages.ts";
import { AppError, toAppError } from "#server/errors.ts";
import type { Door } from "./door.ts";

/** The way in without a web process: the use cases that its procedures call, in the harness itself. */
export function createDirectDoor(context: ServerContext, actor: Actor, pickPort: Door["pickPort"]): Door {
  return {
    getTicket: () => issueSocketTicket(context, actor),
    async readPage(conversationId) {
      try {
        return (await listMessages(context, actor, { conversationId, limit: 200 })).messages;
      } catch (error) {
        if (error instanceof AppError && error.code === "not-found") return null;
        throw error;
      }
    },
    async queueMessage(message) {
      try {
        await queueMessage(context, actor, message);
        return { code: null, isRetryable: false };
      } catch (error) {
        const { code, isRetryable } = toAppError(error);
        return { code, isRetryable };
      }
    },
    pickPort,
  };
}
