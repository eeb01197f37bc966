import type { Message } from "#contracts/message.ts";
import type { Cursor } from "#contracts/socket-frames.ts";
import { getGenerationEnd, listRunningGenerations } from "#server/domains/generations/index.ts";
import { listNewMessages } from "#server/domains/messages/index.ts";
import { AppError } from "#server/errors.ts";
import type { Connection } from "./connection.ts";
import type { Gateway } from "./gateway.ts";
import { presentEnd } from "./present-end.ts";

/** How many conversations one socket may follow at once. */
const CONVERSATIONS_MAX = 100;

/** How many generations one request may go on from; a page shows a handful. */
const CURSORS_MAX = 100;

/** Which conversation to follow, and from where. `since` left out: the viewer has nothing of it, or has just read it. */
export type Following = {
  conversationId: string;
  cursors: Record<string, Cursor>;
  since?: string | undefined;
  /** Messages that the viewer was told just now: what was being written in them may have ended since they were read. */
  told?: readonly Message[];
};

/**
 * Makes the viewer follow a conversation: its messages since `since`, what runs in it from the viewer's cursors on, or as a
 * snapshot, and the end of what it showed as running and is not. Authorised where the data is: only
 * the person's own is found. Throws AppError `not-found`, and then nothing is followed.
 */
export async function follow(
  { context, rooms }: Gateway,
  viewer: Connection,
  { conversationId, cursors, since, told = [] }: Following,
): Promise<void> {
  const { userId } = viewer.actor;
  const isNew = !viewer.conversationIds.has(conversationId);
  if (Object.keys(cursors).length > CURSORS_MAX) throw new AppError("invalid-input", { message: "too many cursors" });
  if (isNew && viewer.conversationIds.size >= CONVERSATIONS_MAX) {
    throw new AppError("rate-limited", { userMessage: "Too many conversations are open in this window. Close some." });
  }
  // Joined first: what starts while the list is read is not missed.
  const room = rooms.join(viewer, conversationId);
  try {
    const fresh = since ? await listNewMessages(context, userId, { conversationId, since: new Date(since) }) : [];
    // Behind the messages: what was being written when they were read runs still, or has ended and is told so.
    const running = await listRunningGenerations(context, userId, conversationId);
    if (fresh === null && viewer.protocolVersion >= 2) viewer.send({ type: "conversation.stale", conversationId });
    for (const message of fresh ?? []) viewer.send({ type: "message.put", message });
    for (const record of running) await room.show(viewer, record, cursors[record.id] ?? null);
    const named = new Set([...Object.keys(cursors), ...[...told, ...(fresh ?? [])].flatMap(nameIfRunning)]);
    for (const { id } of running) named.delete(id);
    for (const generationId of named) {
      const end = await getGenerationEnd(context, userId, generationId);
      if (end?.message.conversationId !== conversationId) continue;
      // It followed the log only up to its cursor: it needs the content too.
      viewer.send({ type: "message.put", message: end.message });
      viewer.send(presentEnd(end, viewer.protocolVersion));
    }
  } catch (error) {
    if (isNew) rooms.leave(viewer, conversationId);
    throw error;
  }
}

function nameIfRunning({ status, generationId }: Message): string[] {
  return status === "running" && generationId !== null ? [generationId] : [];
}
