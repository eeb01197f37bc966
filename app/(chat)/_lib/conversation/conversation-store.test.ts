import { beforeEach, describe, expect, test, vi } from "vitest";
import { RequestError } from "#app/_lib/realtime/request-error.ts";
import type { ClientRequest } from "#app/_lib/realtime/client-request.ts";
import type { Message } from "#contracts/message.ts";
import type { Cursor, ServerFrame, TextDeltaFrame } from "#contracts/socket-frames.ts";
import { ConversationStore } from "./conversation-store.ts";
import { currentBranch } from "./current-branch.ts";
import { emptyConversation } from "./empty-conversation.ts";
import { TEST_CONVERSATION_ID, testAnswer, testId, testMessage } from "./testing-messages.ts";

type Frame = ServerFrame | TextDeltaFrame;

/** A server of which a test holds every thread. */
function surroundings() {
  const state = {
    listeners: new Set<(frame: Frame) => void>(),
    requests: [] as { request: ClientRequest; ack: () => void; refuse: (error: RequestError) => void }[],
    cursors: null as (() => Record<string, Cursor>) | null,
    pictures: [] as (() => void)[],
    lastId: 100,
    time: 0,
  };
  const reader = {
    listMessages: vi.fn(() => Promise.resolve({ messages: [] as Message[] })),
    selectBranch: vi.fn((_input: { id: string; messageId: string }) => Promise.resolve({ currentLeafId: testId(1) })),
  };
  const socket = {
    onFrame: (listener: (frame: Frame) => void) => {
      state.listeners.add(listener);
      return () => state.listeners.delete(listener);
    },
    request: (request: ClientRequest) =>
      new Promise<void>((ack, refuse) => void state.requests.push({ request, ack, refuse })),
    subscribe: vi.fn((_id: string, getCursors: () => Record<string, Cursor>) => {
      state.cursors = getCursors;
      return () => void (state.cursors = null);
    }),
    resubscribe: vi.fn(),
  };
  const onMismatch = vi.fn();
  const around = {
    socket,
    reader,
    onMismatch,
    newId: () => testId(++state.lastId),
    now: () => new Date(state.time),
    schedule: (callback: () => void) => void state.pictures.push(callback),
    hashParts: () => Promise.resolve("right"),
  };
  return { ...state, state, around, reader, socket, onMismatch };
}

let server: ReturnType<typeof surroundings>;
let store: ConversationStore;

function receive(frame: Frame): void {
  for (const listener of server.listeners) listener(frame);
}

function shown(): Message[] {
  return currentBranch(store.state.getState());
}

beforeEach(() => {
  server = surroundings();
  store = new ConversationStore(emptyConversation(TEST_CONVERSATION_ID), false, server.around);
});

describe("asking", () => {
  test("shows the question at once, follows the conversation once it is stored, and says that it got through", async () => {
    store.open();
    const sent = store.send("Hello", "demo/demo");
    expect(shown().map((message) => message.role)).toEqual(["user", "assistant"]);
    expect(server.socket.subscribe).not.toHaveBeenCalled();
    server.requests[0]?.ack();
    await expect(sent).resolves.toBe(true);
    expect(server.socket.subscribe).toHaveBeenCalledOnce();
    expect(store.isStored).toBe(true);
  });

  test("names the same message when it is sent again after a failure", async () => {
    const sent = store.send("Hello", "demo/demo");
    server.requests[0]?.refuse(new RequestError("rate-limited", "Wait.", true));
    await expect(sent).resolves.toBe(false);
    const questionId = shown()[0]?.id ?? "";
    expect(store.state.getState().deliveries[questionId]).toMatchObject({
      state: "failed",
      error: { userMessage: "Wait." },
    });
    void store.sendAgain(questionId, "demo/demo");
    expect(server.requests[1]?.request).toMatchObject({ type: "message.send", messageId: questionId });
  });

  test("again beside an answer makes a branch", async () => {
    store.load([testMessage(1, null), testAnswer(2, 1, { status: "ended" })], testId(2));
    const asked = store.regenerate(testId(2), "other/model");
    expect(server.requests[0]?.request).toMatchObject({ type: "answer.regenerate", parentId: testId(1) });
    expect(shown().at(-1)?.siblingIds).toHaveLength(2);
    server.requests[0]?.ack();
    await asked;
  });
});

describe("an answer that streams", () => {
  const end = {
    type: "generation.end",
    generationId: testId(1002),
    seq: 2,
    contentHash: "right",
    message: testAnswer(2, 1, { status: "ended", parts: [{ type: "text", text: "Hello" }] }),
  } as const;

  beforeEach(() => {
    store.load([testMessage(1, null), testAnswer(2, 1)], testId(2));
    store.open();
    const place = { conversationId: TEST_CONVERSATION_ID, answerId: testId(2), generationId: testId(1002) };
    receive({ type: "generation.snapshot", channel: "a", ...place, cursor: { epoch: 1, seq: 0 }, parts: [] });
  });

  test("changes the page at most once a picture, however many deltas come", () => {
    const onChange = vi.fn();
    store.state.subscribe(onChange);
    for (let seq = 1; seq <= 50; seq++) receive(["a", seq, "x"]);
    expect(server.pictures).toHaveLength(1);
    expect(onChange).not.toHaveBeenCalled();
    server.pictures[0]?.();
    expect(onChange).toHaveBeenCalledOnce();
    expect(store.state.getState().runs[testId(2)]?.parts).toEqual([{ type: "text", text: "x".repeat(50) }]);
  });

  test("leaves the tree of messages as it is, so that nothing but itself is drawn again", () => {
    const before = store.state.getState().messages;
    receive(["a", 1, "x"]);
    server.pictures[0]?.();
    expect(store.state.getState().messages).toBe(before);
  });

  test("asks once for the rest when something was missed", () => {
    receive(["a", 3, "late"]);
    server.pictures[0]?.();
    receive(["a", 4, "later"]);
    server.pictures[1]?.();
    expect(server.socket.resubscribe).toHaveBeenCalledOnce();
  });

  test("is read again and counted when it arrived other than the server has it", async () => {
    server.listeners.clear();
    store = new ConversationStore(store.state.getState(), true, server.around);
    store.open();
    receive({ ...end, contentHash: "other" });
    await vi.waitFor(() => expect(server.reader.listMessages).toHaveBeenCalledOnce());
    expect(server.onMismatch).toHaveBeenCalledExactlyOnceWith(testId(1002));
  });

  test("stops once, and offers to stop again when that did not get through", async () => {
    const stopped = store.stop(testId(2));
    await store.stop(testId(2));
    expect(server.requests).toHaveLength(1);
    expect(store.state.getState().runs[testId(2)]?.isStopping).toBe(true);
    server.requests[0]?.refuse(new RequestError("timed-out", "", true));
    await stopped;
    expect(store.state.getState().runs[testId(2)]?.isStopping).toBe(false);
  });
});

describe("after a time without a connection", () => {
  const welcome = { type: "welcome", protocolVersion: 1, pingIntervalMs: 1 } as const;

  test("what the server has is read again, but not right after it was read", async () => {
    store = new ConversationStore(emptyConversation(TEST_CONVERSATION_ID), true, server.around);
    store.open();
    receive(welcome);
    expect(server.reader.listMessages).not.toHaveBeenCalled();
    server.state.time = 60_000;
    server.reader.listMessages.mockResolvedValue({ messages: [testMessage(1, null)] });
    receive(welcome);
    await vi.waitFor(() => expect(shown()).toHaveLength(1));
  });

  test("a read that fails changes nothing: the next connection reads again", async () => {
    store = new ConversationStore(emptyConversation(TEST_CONVERSATION_ID), true, server.around);
    server.reader.listMessages.mockRejectedValue(new TypeError("no network"));
    await expect(store.refresh()).resolves.toBeUndefined();
  });
});

describe("turning to another branch", () => {
  test("that is loaded happens at once", async () => {
    const siblingIds = [testId(2), testId(3)];
    store.load([testMessage(1, null), testAnswer(2, 1, { status: "ended", siblingIds })], testId(2));
    store.load([testAnswer(3, 1, { status: "ended", siblingIds })], testId(3));
    server.reader.selectBranch.mockResolvedValue({ currentLeafId: testId(2) });
    const turned = store.selectBranch(testId(2));
    expect(shown().at(-1)?.id).toBe(testId(2));
    await turned;
    expect(server.reader.listMessages).not.toHaveBeenCalled();
  });

  test("that is not loaded reads it", async () => {
    const siblingIds = [testId(2), testId(3)];
    store.load([testMessage(1, null), testAnswer(2, 1, { status: "ended", siblingIds })], testId(2));
    server.reader.selectBranch.mockResolvedValue({ currentLeafId: testId(3) });
    server.reader.listMessages.mockResolvedValue({
      messages: [testMessage(1, null), testAnswer(3, 1, { status: "ended", siblingIds })],
    });
    await store.selectBranch(testId(3));
    expect(shown().map((message) => message.id)).toEqual([testId(1), testId(3)]);
  });
});
