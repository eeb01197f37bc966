import { z } from "zod";
import { errorCodeSchema } from "#contracts/error-codes.ts";
import { messageSchema } from "#contracts/message.ts";
import { signSessionCookie } from "#app/_server/session-cookie.ts";
import type { Actor } from "#server/context.ts";
import type { Door } from "./door.ts";

const ticketSchema = z.object({ ticket: z.string() });
const refusalSchema = z.object({
  error: z.object({ data: z.object({ appCode: errorCodeSchema, isRetryable: z.boolean() }) }),
});
const pageSchema = z.object({ result: z.object({ data: z.object({ messages: z.array(messageSchema) }) }) });

/** A process that stands still is not waited for. */
const ANSWER_WITHIN_MS = 2_000;
const COOKIE_SECONDS = 3_600;

export type WebDoorOptions = { webUrl: string; authSecret: string; pickPort: Door["pickPort"] };

/** The way in through the web process: a session's cookie, a ticket over HTTP, and the procedure that a page calls. */
export function createWebDoor({ webUrl, authSecret, pickPort }: WebDoorOptions, actor: Actor): Door {
  const ask = async (path: string, request: { method: "GET" | "POST"; body?: string }): Promise<Response> => {
    const cookie = `polylogue.session=${await signSessionCookie(authSecret, actor, COOKIE_SECONDS)}`;
    const headers = { cookie, "content-type": "application/json" };
    return fetch(webUrl + path, { ...request, headers, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  };
  return {
    async getTicket() {
      const response = await ask("/api/socket-ticket", { method: "POST" });
      return ticketSchema.parse(await response.json()).ticket;
    },
    async readPage(conversationId) {
      const input = encodeURIComponent(JSON.stringify({ conversationId, limit: 200 }));
      const response = await ask(`/api/trpc/messages.list?input=${input}`, { method: "GET" });
      if (response.status === 404) return null;
      return pageSchema.parse(await response.json()).result.data.messages;
    },
    async queueMessage(message) {
      const response = await ask("/api/trpc/generations.send", { method: "POST", body: JSON.stringify(message) });
      const parsed = refusalSchema.safeParse(await response.json());
      if (response.ok) return { code: null, isRetryable: false };
      if (!parsed.success) throw new Error(`generations.send answered ${response.status}`);
      const { appCode: code, isRetryable } = parsed.data.error.data;
      return { code, isRetryable };
    },
    pickPort,
  };
}
