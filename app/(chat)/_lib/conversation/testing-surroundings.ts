import { vi } from "vitest";
import type { ClientRequest } from "#app/_lib/realtime/client-request.ts";
import type { ConversationFollower } from "#app/_lib/realtime/conversation-follower.ts";
import type { RequestError } from "#app/_lib/realtime/request-error.ts";
import type { Message } from "#contracts/message.ts";
import type { ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";
import { Outbox } from "../outbox/outbox.ts";
import { OutboxStorage } from "../outbox/outbox-storage.ts";
import { TestStorage } from "../outbox/testing-storage.ts";
import { testId } from "./testing-messages.ts";

type Frame = ServerFrame | TextDeltaFrame;
type Sent = { request: ClientRequest; ack: () => void; refuse: (error: RequestError) => void };
type Page = { messages: Message[]; at?: string };

/** A server of which a test holds every thread, and the browser around a conversation. */
export function testSurroundings(storage = new TestStorage()) {
  const listeners = new Set<(frame: Frame) => void>();
  const sent: Sent[] = [];
  const held = { follower: null as ConversationFollower | null, pictures: [] as (() => void)[], lastId: 100, time: 0 };
  const request = (asked: ClientRequest) =>
    new Promise<void>((ack, refuse) => void sent.push({ request: asked, ack, refuse }));
  const socket = {
    tellsMissed: false,
    onFrame: (listener: (frame: Frame) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    request,
    subscribe: vi.fn((_id: string, follower: ConversationFollower) => {
      held.follower = follower;
      return () => void (held.follower = null);
    }),
    resubscribe: vi.fn(),
  };
  const reader = {
    listMessages: vi.fn((): Promise<Page> => Promise.resolve({ messages: [] })),
    selectBranch: vi.fn((_input: { id: string; messageId: string }) => Promise.resolve({ currentLeafId: testId(1) })),
  };
  const onMismatch = vi.fn();
  const hashParts = vi.fn(() => Promise.resolve("right"));
  const outbox = new Outbox(new OutboxStorage(storage, "ada"), request);
  const around = {
    socket,
    outbox,
    reader,
    onMismatch,
    hashParts,
    newId: () => testId(++held.lastId),
    now: () => new Date(held.time),
    schedule: (callback: () => void) => void held.pictures.push(callback),
  };
  const receive = (frame: Frame): void => {
    for (const listener of listeners) listener(frame);
  };
  return { ...around, around, held, sent, receive };
}
