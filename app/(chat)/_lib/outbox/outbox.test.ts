import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { RequestError } from "#app/_lib/realtime/request-error.ts";
import type { ClientRequest } from "#app/_lib/realtime/client-request.ts";
import { TEST_CONVERSATION_ID, testId } from "../conversation/testing-messages.ts";
import { Outbox } from "./outbox.ts";
import { OutboxStorage } from "./outbox-storage.ts";
import { testItem } from "./testing-items.ts";
import { TestStorage } from "./testing-storage.ts";

type Sent = { request: ClientRequest; ack: () => void; refuse: (error: RequestError) => void };

let storage: TestStorage;
let sent: Sent[];

function open(accountId = "ada"): Outbox {
  return new Outbox(
    new OutboxStorage(storage, accountId),
    (request) => new Promise<void>((ack, refuse) => void sent.push({ request, ack, refuse })),
  );
}

afterEach(() => void vi.useRealTimers());

beforeEach(() => {
  storage = new TestStorage();
  sent = [];
});

describe("a message in the outbox", () => {
  test("is sent with the ids that it was made with, and leaves when the server has it", async () => {
    const outbox = open();
    outbox.put(testItem(1, null));
    expect(sent[0]?.request).toEqual({
      type: "message.send",
      conversationId: TEST_CONVERSATION_ID,
      messageId: testId(1),
      parentId: null,
      answerId: testId(2),
      generationId: testId(1002),
      modelId: "demo/demo",
      parts: [{ type: "text", text: "message 1" }],
    });
    sent[0]?.ack();
    await vi.waitFor(() => expect(outbox.list()).toEqual([]));
    expect(storage.all.size).toBe(0);
  });

  test("outlives a reload or a crash, and is the same message then", () => {
    open().put(testItem(1, null));
    const reloaded = open();
    expect(reloaded.list()).toEqual([testItem(1, null)]);
    reloaded.sendAll();
    expect(sent[1]?.request).toEqual(sent[0]?.request);
  });

  test("is not sent twice while it is on its way", () => {
    const outbox = open();
    outbox.put(testItem(1, null));
    outbox.sendAll();
    expect(sent).toHaveLength(1);
  });

  test("stays when the server never answered, and goes with the next connection", async () => {
    const outbox = open();
    outbox.put(testItem(1, null));
    sent[0]?.refuse(new RequestError("timed-out", "", true));
    await vi.waitFor(() => {
      outbox.sendAll();
      expect(sent).toHaveLength(2);
    });
    expect(outbox.list()).toEqual([testItem(1, null)]);
  });

  test("that is refused keeps its text and says why", async () => {
    const outbox = open();
    outbox.put(testItem(1, null));
    sent[0]?.refuse(new RequestError("rate-limited", "Wait.", true));
    const error = { code: "rate-limited", userMessage: "Wait.", isRetryable: true };
    await vi.waitFor(() => expect(outbox.list()).toMatchObject([{ state: "refused", text: "message 1", error }]));
    outbox.sendAll();
    expect(sent).toHaveLength(1);
  });

  test("waits for the answer above it when that is still being written", async () => {
    vi.useFakeTimers();
    const outbox = open();
    outbox.put(testItem(3, 2));
    sent[0]?.refuse(new RequestError("busy", "", true));
    await vi.advanceTimersByTimeAsync(500);
    expect(outbox.list()).toMatchObject([{ state: "sending" }]);
    await vi.advanceTimersByTimeAsync(500);
    expect(outbox.list()).toMatchObject([{ state: "queued", parentId: testId(2) }]);
  });

  test("is nobody else's, though they use the same browser", () => {
    open("ada").put(testItem(1, null));
    expect(open("ben").list()).toEqual([]);
  });
});

describe("of another tab", () => {
  const key = `polylogue.outbox.ada.${testId(1)}`;

  test("a message is known, and not sent by this one as long as that one may", () => {
    const outbox = open();
    const changes: boolean[] = [];
    outbox.onChange(({ isLocal }) => changes.push(isLocal));
    outbox.receive({ key, newValue: JSON.stringify(testItem(1, null)) });
    expect(outbox.list()).toHaveLength(1);
    expect(sent).toEqual([]);
    outbox.receive({ key, newValue: null });
    expect(outbox.list()).toEqual([]);
    expect(changes).toEqual([false, false]);
  });

  test("a message that it does not get through is sent from here: it may be gone", async () => {
    vi.useFakeTimers();
    const outbox = open();
    outbox.receive({ key, newValue: JSON.stringify(testItem(1, null)) });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(1);
  });

  test("what is no message is overlooked, kept or told", () => {
    storage.setItem(key, "{");
    storage.setItem(`${key}x`, '{"messageId":1}');
    const outbox = open();
    outbox.receive({ key: "something.else", newValue: "1" });
    expect(outbox.list()).toEqual([]);
  });
});

test("a browser that forbids storing takes nothing but the reload", () => {
  const forbid = (): never => {
    throw new DOMException("full", "QuotaExceededError");
  };
  storage.setItem = forbid;
  const outbox = open();
  outbox.put(testItem(1, null));
  expect(outbox.list()).toHaveLength(1);
  expect(sent).toHaveLength(1);
});

test("the order is the one in which the messages were written, and one conversation's can be had alone", () => {
  const outbox = open();
  const elsewhere = testItem(2, null, { conversationId: testId(99) });
  outbox.put(testItem(5, 4, { state: "queued" }), elsewhere, testItem(3, 2, { state: "queued" }));
  expect(outbox.list().map(({ messageId }) => messageId)).toEqual([2, 3, 5].map(testId));
  expect(outbox.list(TEST_CONVERSATION_ID).map(({ messageId }) => messageId)).toEqual([3, 5].map(testId));
});
