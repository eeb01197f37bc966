import { beforeEach, describe, expect, test, vi } from "vitest";
import { RequestError } from "#app/_lib/realtime/request-error.ts";
import type { Message } from "#contracts/message.ts";
import { ConversationStore } from "./conversation-store.ts";
import { currentBranch } from "./current-branch.ts";
import { emptyConversation } from "./empty-conversation.ts";
import { TEST_CONVERSATION_ID, testAnswer, testId, testMessage } from "./testing-messages.ts";
import { testSurroundings } from "./testing-surroundings.ts";

let server: ReturnType<typeof testSurroundings>;
let store: ConversationStore;

function shown(): Message[] {
  return currentBranch(store.state.getState());
}

beforeEach(() => {
  server = testSurroundings();
  store = new ConversationStore(emptyConversation(TEST_CONVERSATION_ID), server.around);
  store.open();
});

describe("asking", () => {
  test("shows the question at once, and follows the conversation once it is stored", async () => {
    store.send("Hello", "demo/demo");
    expect(shown().map((message) => message.role)).toEqual(["user", "assistant"]);
    expect(server.socket.subscribe).not.toHaveBeenCalled();
    server.sent[0]?.ack();
    await vi.waitFor(() => expect(server.socket.subscribe).toHaveBeenCalledOnce());
    expect(store.isStored).toBe(true);
    expect(store.state.getState().deliveries).toEqual({});
  });

  test("leaves nothing behind when it is refused but the text, for the composer", async () => {
    store.send("Hello", "demo/demo");
    server.sent[0]?.refuse(new RequestError("rate-limited", "Wait.", true));
    await vi.waitFor(() => expect(store.state.getState().refused).toMatchObject([{ text: "Hello" }]));
    expect(shown()).toEqual([]);
    expect(store.state.getState().runs).toEqual({});
    store.takeRefused();
    expect(store.state.getState()).toMatchObject({ refused: [], refusal: { userMessage: "Wait." } });
    expect(server.outbox.list()).toEqual([]);
  });

  test("is shown again after a reload, with the same ids, until the server has it", () => {
    store.send("Hello", "demo/demo");
    const before = shown().map((message) => message.id);
    store = new ConversationStore(emptyConversation(TEST_CONVERSATION_ID), server.around);
    store.open();
    expect(shown().map((message) => message.id)).toEqual(before);
    expect(store.state.getState().deliveries).toEqual({ [before[0] ?? ""]: { state: "sending" } });
  });

  test("again beside an answer makes a branch", async () => {
    store.load([testMessage(1, null), testAnswer(2, 1, { status: "ended" })], testId(2));
    const asked = store.regenerate(testId(2), "other/model");
    expect(server.sent[0]?.request).toMatchObject({ type: "answer.regenerate", parentId: testId(1) });
    expect(shown().at(-1)?.siblingIds).toHaveLength(2);
    server.sent[0]?.ack();
    await asked;
    expect(store.state.getState().deliveries).toEqual({});
  });
});

describe("going on with an answer", () => {
  const parts = [{ type: "text" as const, text: "Half a" }];

  beforeEach(() => store.load([testMessage(1, null), testAnswer(2, 1, { status: "stopped", parts })], testId(2)));

  test("happens in its place, by a later generation, and what is there stays in view", () => {
    void store.continueAnswer(testId(2), "demo/demo");
    const { request } = server.sent[0] ?? {};
    expect(request).toMatchObject({ type: "answer.continue", answerId: testId(2), modelId: "demo/demo" });
    expect(request && "generationId" in request && request.generationId > testId(1002)).toBe(true);
    expect(shown().at(-1)).toMatchObject({ id: testId(2), status: "running" });
    expect(store.state.getState().runs[testId(2)]?.parts).toEqual(parts);
  });

  test("that the server refuses leaves it as it was, and says why", async () => {
    const asked = store.continueAnswer(testId(2), "demo/demo");
    server.sent[0]?.refuse(new RequestError("conflict", "Nothing to go on with.", false));
    await expect(asked).rejects.toMatchObject({ code: "conflict" });
    expect(shown().at(-1)).toMatchObject({ status: "stopped", parts, generationId: testId(1002) });
    expect(store.state.getState().runs).toEqual({});
  });
});

test("stops once, and offers to stop again when that did not get through", async () => {
  store.load([testMessage(1, null), testAnswer(2, 1)], testId(2));
  const stopped = store.stop(testId(2));
  await store.stop(testId(2));
  expect(server.sent).toHaveLength(1);
  expect(store.state.getState().runs[testId(2)]?.isStopping).toBe(true);
  server.sent[0]?.refuse(new RequestError("timed-out", "", true));
  await stopped;
  expect(store.state.getState().runs[testId(2)]?.isStopping).toBe(false);
});

test("says that the conversation was seen, and needs no answer", async () => {
  const told = store.markRead();
  expect(server.sent[0]?.request).toEqual({ type: "conversation.read", conversationId: TEST_CONVERSATION_ID });
  server.sent[0]?.refuse(new RequestError("timed-out", "", true));
  await expect(told).resolves.toBeUndefined();
});

describe("what the server rendered", () => {
  const siblingIds = [testId(2), testId(3)];

  test("earlier than what this tab knows takes nothing out of view", () => {
    store.load([testMessage(1, null), testAnswer(2, 1, { status: "ended" }), testMessage(4, 2)], testId(4));
    store.load([testMessage(1, null), testAnswer(2, 1, { status: "ended" })], testId(2));
    expect(shown().map((message) => message.id)).toEqual([1, 2, 4].map(testId));
  });

  test("of another branch is shown", () => {
    store.load([testMessage(1, null), testAnswer(2, 1, { status: "ended", siblingIds })], testId(2));
    store.load([testMessage(1, null), testAnswer(3, 1, { status: "ended", siblingIds })], testId(3));
    expect(shown().map((message) => message.id)).toEqual([1, 3].map(testId));
  });
});

describe("turning to another branch", () => {
  test("that is loaded happens at once", async () => {
    const siblingIds = [testId(2), testId(3)];
    store.load([testMessage(1, null), testAnswer(2, 1, { status: "ended", siblingIds })], testId(2));
    store.load([testAnswer(3, 1, { status: "ended", siblingIds })], testId(3));
    server.reader.selectBranch.mockResolvedValue({ currentLeafId: testId(2) });
    const turned = store.selectBranch(testId(2));
    expect(shown().map((message) => message.id)).toEqual([testId(1), testId(2)]);
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
