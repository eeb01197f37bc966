import { beforeEach, describe, expect, test, vi } from "vitest";
import { RequestError } from "#app/_lib/realtime/request-error.ts";
import { ConversationStore } from "./conversation-store.ts";
import { currentBranch } from "./current-branch.ts";
import { emptyConversation } from "./empty-conversation.ts";
import { TEST_CONVERSATION_ID, testAnswer, testId, testMessage } from "./testing-messages.ts";
import { testSurroundings } from "./testing-surroundings.ts";

const PLACE = { conversationId: TEST_CONVERSATION_ID, answerId: testId(2), generationId: testId(1002) };
const AT = "2026-01-01T00:00:00.000Z";
const { parts: _parts, ...MESSAGE } = testAnswer(2, 1, { status: "ended", finishReason: "stop" });
const END = {
  type: "generation.end",
  generationId: testId(1002),
  seq: 2,
  contentHash: "right",
  message: MESSAGE,
} as const;
const REREAD = { type: "answer.reread", conversationId: TEST_CONVERSATION_ID, answerId: testId(2) };

let server: ReturnType<typeof testSurroundings>;
let store: ConversationStore;

beforeEach(() => {
  server = testSurroundings();
  store = new ConversationStore(emptyConversation(TEST_CONVERSATION_ID), server.around);
});

function run() {
  return store.state.getState().runs[testId(2)];
}

function answer() {
  return store.state.getState().messages[testId(2)];
}

describe("an answer that streams", () => {
  beforeEach(() => {
    store.load([testMessage(1, null), testAnswer(2, 1)], testId(2));
    store.open();
    server.receive({ type: "generation.snapshot", channel: "a", ...PLACE, cursor: { epoch: 1, seq: 0 }, parts: [] });
  });

  test("changes the page at most once a picture, however many deltas come", () => {
    const onChange = vi.fn();
    store.state.subscribe(onChange);
    for (let seq = 1; seq <= 50; seq++) server.receive(["a", seq, "x"]);
    expect(server.held.pictures).toHaveLength(1);
    expect(onChange).not.toHaveBeenCalled();
    server.held.pictures[0]?.();
    expect(onChange).toHaveBeenCalledOnce();
    expect(run()?.parts).toEqual([{ type: "text", text: "x".repeat(50) }]);
  });

  test("leaves the tree of messages as it is, so that nothing but itself is drawn again", () => {
    const before = store.state.getState().messages;
    server.receive(["a", 1, "x"]);
    server.held.pictures[0]?.();
    expect(store.state.getState().messages).toBe(before);
  });

  test("asks once for the rest when something was missed", () => {
    server.receive(["a", 3, "late"]);
    server.held.pictures[0]?.();
    server.receive(["a", 4, "later"]);
    server.held.pictures[1]?.();
    expect(server.socket.resubscribe).toHaveBeenCalledOnce();
  });

  test("is resumed behind all that has come, drawn or not, and shows no word twice", () => {
    server.receive(["a", 1, "Hello"]);
    expect(server.held.follower?.place().cursors).toEqual({ [testId(1002)]: { epoch: 1, seq: 1 } });
    server.receive(["a", 2, ","]);
    server.held.pictures.at(-1)?.();
    const missed = [{ type: "text-delta" as const, text: ", you" }];
    server.receive({ type: "generation.resume", channel: "b", ...PLACE, cursor: { epoch: 1, seq: 3 }, missed });
    expect(run()?.parts).toEqual([{ type: "text", text: "Hello, you" }]);
  });

  test("ends with what came, when that is what is stored", async () => {
    server.receive(["a", 1, "Hello"]);
    server.receive(END);
    expect(answer()).toMatchObject({ status: "ended", parts: [{ type: "text", text: "Hello" }] });
    await vi.waitFor(() => expect(server.hashParts).toHaveBeenCalledWith([{ type: "text", text: "Hello" }]));
    expect(server.sent).toEqual([]);
  });

  test("is read again and counted when it is not what is stored, and stays readable meanwhile", async () => {
    server.receive(["a", 1, "Hello"]);
    server.receive({ ...END, contentHash: "other" });
    await vi.waitFor(() => expect(server.sent[0]?.request).toEqual(REREAD));
    expect(server.onMismatch).toHaveBeenCalledExactlyOnceWith(testId(1002));
    expect(answer()).toMatchObject({ status: "ended", parts: [{ text: "Hello" }] });
    const parts = [{ type: "text" as const, text: "Hello!" }];
    server.receive({ type: "message.put", message: { ...MESSAGE, parts } });
    expect(answer()?.parts).toEqual(parts);
  });

  test("is read again, and not counted, where the page cannot work out the proof", async () => {
    server.hashParts.mockRejectedValue(new TypeError("no network to fetch it"));
    server.receive(["a", 1, "Hello"]);
    server.receive(END);
    await vi.waitFor(() => expect(server.sent[0]?.request).toEqual(REREAD));
    expect(server.onMismatch).not.toHaveBeenCalled();
  });

  test("is read over the other way when the socket does not give it", async () => {
    server.receive({ ...END, contentHash: "other" });
    await vi.waitFor(() => expect(server.sent).toHaveLength(1));
    server.sent[0]?.refuse(new RequestError("timed-out", "", true));
    await vi.waitFor(() => expect(server.reader.listMessages).toHaveBeenCalledOnce());
  });
});

test("the end of an answer of which nothing was seen has it read, and shows no empty one", async () => {
  store.load([testMessage(1, null), testAnswer(2, 1)], testId(2));
  store.open();
  server.receive(END);
  await vi.waitFor(() => expect(server.sent[0]?.request).toEqual(REREAD));
  expect(server.onMismatch).not.toHaveBeenCalled();
  expect(answer()?.status).toBe("running");
});

describe("after a time without a connection", () => {
  const welcome = { type: "welcome", protocolVersion: 1, pingIntervalMs: 1 } as const;

  test("what an older server has is read again, but not right after it was read", async () => {
    store.load([], null);
    store.open();
    server.receive(welcome);
    expect(server.reader.listMessages).not.toHaveBeenCalled();
    server.held.time = 60_000;
    server.reader.listMessages.mockResolvedValue({ messages: [testMessage(1, null)] });
    server.receive(welcome);
    await vi.waitFor(() => expect(currentBranch(store.state.getState())).toHaveLength(1));
  });

  test("a server that tells what was missed is asked from where the page was read, then from where it last told", () => {
    server.socket.tellsMissed = true;
    store.load([testMessage(1, null)], testId(1), AT);
    store.open();
    expect(server.held.follower?.place().since).toBe(AT);
    server.held.time = 3_600_000;
    server.receive({ ...welcome, protocolVersion: 2 });
    expect(server.reader.listMessages).not.toHaveBeenCalled();
    server.held.follower?.onCaughtUp("2026-01-01T01:00:00.000Z");
    expect(server.held.follower?.place().since).toBe("2026-01-01T01:00:00.000Z");
  });

  test("a page that is rendered later moves nothing: what came between is asked for, too", () => {
    store.load([testMessage(1, null)], testId(1), AT);
    store.load([testMessage(1, null)], testId(1), "2026-01-01T01:00:00.000Z");
    store.open();
    expect(server.held.follower?.place().since).toBe(AT);
  });

  test("it is read when too much has changed to be told", async () => {
    store.load([testMessage(1, null)], testId(1), AT);
    store.open();
    server.receive({ type: "conversation.stale", conversationId: testId(99) });
    expect(server.reader.listMessages).not.toHaveBeenCalled();
    server.receive({ type: "conversation.stale", conversationId: TEST_CONVERSATION_ID });
    await vi.waitFor(() => expect(server.reader.listMessages).toHaveBeenCalledOnce());
  });

  test("a read that fails changes nothing: the next connection reads again", async () => {
    store.load([], null);
    server.reader.listMessages.mockRejectedValue(new TypeError("no network"));
    await expect(store.refresh()).resolves.toBeUndefined();
  });
});
