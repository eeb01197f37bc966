import type { Actor, ServerContext } from "#server/context.ts";
import { issueSocketTicket } from "#server/domains/accounts/index.ts";
import { listMessages } from "#server/domains/messages/list-messages.ts";
import { AppError } from "#server/errors.ts";
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
    pickPort,
  };
}
