import { z } from "zod";
import { messageSchema } from "#contracts/message.ts";
import { signSessionCookie } from "#app/_server/session-cookie.ts";
import type { Actor } from "#server/context.ts";
import type { Door } from "./door.ts";

const ticketSchema = z.object({ ticket: z.string() });
const pageSchema = z.object({ result: z.object({ data: z.object({ messages: z.array(messageSchema) }) }) });

/** A process that stands still is not waited for. */
const ANSWER_WITHIN_MS = 2_000;
const COOKIE_SECONDS = 3_600;

export type WebDoorOptions = { webUrl: string; authSecret: string; pickPort: Door["pickPort"] };

/** The way in through the web process: a session's cookie, a ticket over HTTP, and the procedure that a page calls. */
export function createWebDoor({ webUrl, authSecret, pickPort }: WebDoorOptions, actor: Actor): Door {
  const ask = async (path: string, method: "GET" | "POST"): Promise<Response> => {
    const cookie = `polylogue.session=${await signSessionCookie(authSecret, actor, COOKIE_SECONDS)}`;
    const response = await fetch(webUrl + path, {
      method,
      headers: { cookie },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (response.ok || response.status === 404) return response;
    throw new Error(`${path} answered ${response.status}`);
  };
  return {
    async getTicket() {
      return ticketSchema.parse(await (await ask("/api/socket-ticket", "POST")).json()).ticket;
    },
    async readPage(conversationId) {
      const input = encodeURIComponent(JSON.stringify({ conversationId, limit: 200 }));
      const response = await ask(`/api/trpc/messages.list?input=${input}`, "GET");
      if (response.status === 404) return null;
      return pageSchema.parse(await response.json()).result.data.messages;
    },
    pickPort,
  };
}
