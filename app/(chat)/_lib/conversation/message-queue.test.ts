import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Message } from "#contracts/message.ts";
import { ConversationStore } from "./conversation-store.ts";
import { currentBranch } from "./current-branch.ts";
import { emptyConversation } from "./empty-conversation.ts";
import { TEST_CONVERSATION_ID, testAnswer, testId, testMessage } from "./testing-messages.ts";
import { testSurroundings } from "./testing-surroundings.ts";

let server: ReturnType<typeof testSurroundings>;
let store: ConversationStore;
let leave: () => void;

function openStore(): ConversationStore {
  const opened = new ConversationStore(emptyConversation(TEST_CONVERSATION_ID), server.around);
  opened.load([testMessage(1, null), testAnswer(2, 1)], testId(2));
  leave = opened.open();
  server.held.follower?.onCaughtUp(null);
  return opened;
}

/** The answer above the queue is over. */
function end(changes: Partial<Message> = { status: "ended", finishReason: "stop" }): void {
  server.receive({ type: "message.put", message: testAnswer(2, 1, changes) });
}

/** The longest that a tab waits which did not ask for the answer. */
function pass(): void {
  vi.advanceTimersByTime(1_500);
}

function queued(): string[] {
  return store.state.getState().queue.map((item) => item.text);
}

function sentTexts(): (string | undefined)[] {
  return server.sent.map(({ request }) => (request.type === "message.send" ? request.parts[0]?.text : request.type));
}

afterEach(() => void vi.useRealTimers());

beforeEach(() => {
  vi.useFakeTimers();
  server = testSurroundings();
  store = openStore();
  store.send("First", "demo/demo");
  store.send("Second", "demo/demo");
});

describe("what is written while an answer is being written", () => {
  test("waits, and is not in the conversation yet", () => {
    expect(queued()).toEqual(["First", "Second"]);
    expect(currentBranch(store.state.getState()).at(-1)?.id).toBe(testId(2));
    expect(server.sent).toEqual([]);
  });

  test("is sent one by one, each below the answer before it", () => {
    end();
    pass();
    expect(sentTexts()).toEqual(["First"]);
    expect(server.sent[0]?.request).toMatchObject({ parentId: testId(2) });
    expect(queued()).toEqual(["Second"]);
    const [, , question, answer] = currentBranch(store.state.getState());
    expect([question, answer]).toMatchObject([{ role: "user" }, { status: "running" }]);
    if (answer) server.receive({ type: "message.put", message: { ...answer, status: "ended" } });
    expect(sentTexts()).toEqual(["First", "Second"]);
    expect(server.sent[1]?.request).toMatchObject({ parentId: answer?.id });
  });

  test("can be dropped", () => {
    store.queue.drop(store.state.getState().queue[0]?.messageId ?? "");
    end();
    pass();
    expect(sentTexts()).toEqual(["Second"]);
  });

  test("outlives a reload, and goes by itself if the answer ended meanwhile", () => {
    const reloaded = new ConversationStore(emptyConversation(TEST_CONVERSATION_ID), server.around);
    reloaded.load([testMessage(1, null), testAnswer(2, 1, { status: "ended" })], testId(2));
    reloaded.open();
    pass();
    expect(sentTexts()).toEqual(["First"]);
  });

  test("is the same message in every tab, whichever of them sends it", () => {
    const other = openStore();
    expect(other.state.getState().queue).toEqual(store.state.getState().queue);
    end();
    pass();
    const [first] = server.sent;
    expect(sentTexts()).toEqual(["First"]);
    expect(currentBranch(other.state.getState()).map(({ id }) => id)).toEqual(
      currentBranch(store.state.getState()).map(({ id }) => id),
    );
    expect(first?.request).toMatchObject({ parentId: testId(2) });
  });
});

describe.each([
  ["stopped", { status: "stopped" }],
  ["failed", { status: "failed" }],
  ["interrupted", { status: "interrupted" }],
  ["cut at the model's limit", { status: "ended", finishReason: "length" }],
] as const)("after an answer that was %s", (_name, changes) => {
  const parts = [{ type: "text" as const, text: "Half a" }];

  test("nothing is sent until the person says so", () => {
    end({ ...changes, parts });
    expect(server.sent).toEqual([]);
    expect(queued()).toEqual(["First", "Second"]);
    store.queue.sendNow();
    expect(sentTexts()).toEqual(["First"]);
    expect(server.sent[0]?.request).toMatchObject({ parentId: testId(2) });
    expect(queued()).toEqual(["Second"]);
  });

  test("it goes by itself when the answer was continued to its end", () => {
    end({ ...changes, parts });
    void store.continueAnswer(testId(2), "demo/demo");
    const { generationId } = store.state.getState().messages[testId(2)] ?? {};
    expect(sentTexts()).toEqual(["answer.continue"]);
    end({ status: "ended", finishReason: "stop", generationId: generationId ?? null });
    pass();
    expect(sentTexts()).toEqual(["answer.continue", "First"]);
  });
});

test("what is sent now waits for another answer that is being written meanwhile", () => {
  end({ status: "stopped" });
  void store.regenerate(testId(2), "demo/demo");
  const runningId = store.state.getState().leafId;
  store.queue.sendNow();
  expect(store.state.getState().queue.map(({ parentId }) => parentId)).toEqual([runningId, runningId]);
  expect(sentTexts()).toEqual(["answer.regenerate"]);
});

describe("when another device has something to say behind the same answer", () => {
  const question = testMessage(50, 2, { siblingIds: [testId(50)] });
  const answer = testAnswer(51, 50);

  test("what it sent first stands first: this goes on behind its answer", () => {
    end();
    server.receive({ type: "message.put", message: question });
    pass();
    expect(server.sent).toEqual([]);
    server.receive({ type: "message.put", message: answer });
    pass();
    expect(server.sent).toEqual([]);
    server.receive({ type: "message.put", message: { ...answer, status: "ended" } });
    pass();
    expect(sentTexts()).toEqual(["First"]);
    expect(server.sent[0]?.request).toMatchObject({ parentId: answer.id });
  });

  test("the one that asked goes at once, the others a moment later", () => {
    store.queue.drop(store.state.getState().queue[1]?.messageId ?? "");
    end();
    expect(server.sent).toEqual([]);
    pass();
    store.send("Behind the own one", "demo/demo");
    const own = currentBranch(store.state.getState()).at(-1);
    if (own) server.receive({ type: "message.put", message: { ...own, status: "ended" } });
    expect(sentTexts()).toEqual(["First", "Behind the own one"]);
  });

  test("one that was away hears first what the others said meanwhile, also where it asked", () => {
    end();
    pass();
    const own = currentBranch(store.state.getState()).at(-1);
    server.held.follower?.place();
    if (own) server.receive({ type: "message.put", message: { ...own, status: "ended" } });
    server.receive({ type: "message.put", message: testMessage(60, null, { parentId: own?.id ?? null }) });
    server.receive({ type: "message.put", message: testAnswer(61, 60, { status: "ended" }) });
    server.held.follower?.onCaughtUp(null);
    pass();
    expect(sentTexts()).toEqual(["First", "Second"]);
    expect(server.sent[1]?.request).toMatchObject({ parentId: testId(61) });
  });

  test("a page that is left sends nothing any more", () => {
    end();
    leave();
    pass();
    expect(server.sent).toEqual([]);
  });
});
