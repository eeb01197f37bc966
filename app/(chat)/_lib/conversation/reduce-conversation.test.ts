import { describe, expect, test } from "vitest";
import type { ServerFrame } from "#contracts/socket-frames.ts";
import type { ConversationAction } from "./conversation-action.ts";
import type { ConversationState } from "./conversation-state.ts";
import { currentBranch } from "./current-branch.ts";
import { emptyConversation } from "./empty-conversation.ts";
import { reduceConversation } from "./reduce-conversation.ts";
import { testItem } from "../outbox/testing-items.ts";
import { TEST_CONVERSATION_ID, testAnswer, testId, testMessage } from "./testing-messages.ts";

const EMPTY = emptyConversation(TEST_CONVERSATION_ID);
const ERROR = { code: "rate-limited", userMessage: "Wait a little.", isRetryable: true } as const;

function after(actions: ConversationAction[], from: ConversationState = EMPTY): ConversationState {
  return actions.reduce(reduceConversation, from);
}

function frame(received: ServerFrame): ConversationAction {
  return { type: "frame-received", frame: received };
}

function shownIds(state: ConversationState): string[] {
  return currentBranch(state).map((message) => message.id);
}

const ASKED: ConversationAction = { type: "question-sent", question: testMessage(1, null), answer: testAnswer(2, 1) };
const SNAPSHOT: ServerFrame = {
  type: "generation.snapshot",
  channel: "a",
  generationId: testId(1002),
  conversationId: TEST_CONVERSATION_ID,
  answerId: testId(2),
  cursor: { epoch: 1, seq: 2 },
  parts: [{ type: "text", text: "Hel" }],
};

describe("a question", () => {
  test("stands there with its waiting answer before the server has it", () => {
    const state = after([ASKED]);
    expect(shownIds(state)).toEqual([testId(1), testId(2)]);
    expect(state.deliveries).toEqual({ [testId(1)]: { state: "sending" } });
    expect(state.freshQuestionId).toBe(testId(1));
  });

  test("is stored when it is acknowledged, and when the server sends it back", () => {
    expect(after([ASKED, { type: "delivered", messageId: testId(1) }]).deliveries).toEqual({});
    expect(after([ASKED, frame({ type: "message.put", message: testMessage(1, null) })]).deliveries).toEqual({});
  });

  test("that is refused leaves the conversation, with the answer that it waited for", () => {
    const shown = after([{ type: "messages-loaded", messages: [testMessage(8, null), testMessage(9, 8)] }]);
    const item = testItem(11, 9);
    const sent = after([{ type: "outbox-changed", items: [item], isLocal: true }], shown);
    expect(shownIds(sent)).toEqual([8, 9, 11, 12].map(testId));
    const refused = { ...item, state: "refused", error: ERROR } as const;
    const after1 = after([{ type: "outbox-changed", items: [refused], isLocal: true }], sent);
    expect(shownIds(after1)).toEqual([8, 9].map(testId));
    expect(after1).toMatchObject({ runs: {}, deliveries: {}, refused: [refused] });
  });

  test("that another tab had refused is that tab's to take back", () => {
    const refused = { ...testItem(1, null), state: "refused", error: ERROR } as const;
    expect(after([{ type: "outbox-changed", items: [refused], isLocal: false }]).refused).toEqual([]);
  });

  test("that another tab sends is shown once, whoever tells of it first", () => {
    const told: ConversationAction = { type: "outbox-changed", items: [testItem(1, null)], isLocal: false };
    const put = [
      frame({ type: "message.put", message: testMessage(1, null) }),
      frame({ type: "message.put", message: testAnswer(2, 1) }),
    ];
    for (const order of [
      [told, ...put],
      [...put, told],
    ])
      expect(shownIds(after(order))).toEqual([1, 2].map(testId));
  });

  test("of another tab continues what is shown, but moves nobody off another branch", () => {
    const shown = after([{ type: "messages-loaded", messages: [testMessage(1, null), testMessage(2, 1)] }]);
    const continued = after([frame({ type: "message.put", message: testMessage(3, 2) })], shown);
    expect(shownIds(continued).at(-1)).toBe(testId(3));
    const siblingIds = [testId(2), testId(4)];
    const elsewhere = after([frame({ type: "message.put", message: testMessage(4, 1, { siblingIds }) })], shown);
    expect(shownIds(elsewhere)).toEqual([testId(1), testId(2)]);
    expect(elsewhere.messages[testId(2)]?.siblingIds).toEqual(siblingIds);
  });
});

describe("an answer", () => {
  test("grows on its channel, in order and without doubles", () => {
    const state = after([
      ASKED,
      frame(SNAPSHOT),
      {
        type: "answers-grew",
        frames: [
          ["a", 3, "lo"],
          ["a", 3, "lo"],
        ],
      },
    ]);
    expect(state.runs[testId(2)]?.parts).toEqual([{ type: "text", text: "Hello" }]);
    expect(state.runs[testId(2)]?.cursor).toEqual({ epoch: 1, seq: 3 });
  });

  test("waits after a gap until the server has told the rest", () => {
    const gap = after([
      ASKED,
      frame(SNAPSHOT),
      {
        type: "answers-grew",
        frames: [
          ["a", 4, "!"],
          ["a", 5, "?"],
        ],
      },
    ]);
    expect(gap.runs[testId(2)]).toMatchObject({ hasGap: true, parts: [{ text: "Hel" }], cursor: { seq: 2 } });
    const missed = [{ type: "text-delta" as const, text: "lo" }];
    const { parts: _parts, ...place } = SNAPSHOT;
    const resumed = after(
      [frame({ ...place, type: "generation.resume", channel: "b", cursor: { epoch: 1, seq: 3 }, missed })],
      gap,
    );
    expect(resumed.runs[testId(2)]).toMatchObject({ hasGap: false, channel: "b", parts: [{ text: "Hello" }] });
  });

  test("of a log that another process took over is told from its start", () => {
    const { parts: _parts, ...place } = SNAPSHOT;
    const missed = [{ type: "text-delta" as const, text: "New" }];
    const cursor = { epoch: 2, seq: 1 };
    const state = after([ASKED, frame(SNAPSHOT), frame({ ...place, type: "generation.resume", cursor, missed })]);
    expect(state.runs[testId(2)]?.parts).toEqual([{ type: "text", text: "New" }]);
  });

  test("hears nothing on the channel names of a socket that is gone", () => {
    const welcome = frame({ type: "welcome", protocolVersion: 1, pingIntervalMs: 1 });
    const state = after([ASKED, frame(SNAPSHOT), welcome, { type: "answers-grew", frames: [["a", 3, "alien"]] }]);
    expect(state.runs[testId(2)]?.parts).toEqual([{ type: "text", text: "Hel" }]);
  });

  test("that is over is shown as stored, and no late frame makes it run again", () => {
    const message = testAnswer(2, 1, { status: "ended", parts: [{ type: "text", text: "Hello" }] });
    const end = frame({ type: "generation.end", generationId: testId(1002), seq: 3, contentHash: "", message });
    const late = frame({ type: "message.put", message: testAnswer(2, 1) });
    const state = after([ASKED, frame(SNAPSHOT), end, late, frame(SNAPSHOT)]);
    expect(state.runs).toEqual({});
    expect(state.messages[testId(2)]).toMatchObject({ status: "ended", parts: [{ text: "Hello" }] });
  });

  test("another one is a branch beside the first, and says why when it could not be asked for", () => {
    const first = testAnswer(2, 1, { status: "ended" });
    const loaded = after([{ type: "messages-loaded", messages: [testMessage(1, null), first] }]);
    const answer = testAnswer(3, 1, { siblingIds: [testId(2), testId(3)] });
    const asked = after([{ type: "answer-asked", answer }], loaded);
    expect(shownIds(asked)).toEqual([testId(1), testId(3)]);
    expect(asked.messages[testId(2)]?.siblingIds).toHaveLength(2);
    const failed = after([{ type: "delivery-failed", messageId: testId(3), error: ERROR }], asked);
    expect(failed.messages[testId(3)]).toMatchObject({ status: "failed", error: ERROR });
    expect(failed.runs).toEqual({});
  });
});

describe("an answer that is continued", () => {
  const parts = [{ type: "text" as const, text: "Half a" }];
  const stopped = after([
    { type: "messages-loaded", messages: [testMessage(1, null), testAnswer(2, 1, { status: "stopped", parts })] },
  ]);
  const later = { generationId: testId(1003), conversationId: TEST_CONVERSATION_ID, answerId: testId(2) };

  test("in another tab runs here, too, and what is there stays in view", () => {
    const message = testAnswer(2, 1, { generationId: testId(1003) });
    const put = after([frame({ type: "message.put", message })], stopped);
    expect(put.messages[testId(2)]?.status).toBe("running");
    expect(put.runs[testId(2)]).toMatchObject({ generationId: testId(1003), parts });
  });

  test("runs as well when its snapshot comes before the message", () => {
    const cursor = { epoch: 1, seq: 1 };
    const placed = after([frame({ type: "generation.snapshot", channel: "b", ...later, cursor, parts })], stopped);
    expect(placed.messages[testId(2)]).toMatchObject({ status: "running", generationId: testId(1003) });
    expect(placed.runs[testId(2)]?.channel).toBe("b");
  });

  test("is not ended, put back or placed by what is said of the former generation", () => {
    const asked = { type: "answer-continued", answerId: testId(2), generationId: testId(1003), modelId: "m" } as const;
    const running = after([asked], stopped);
    const message = testAnswer(2, 1, { status: "stopped", parts });
    const end = frame({ type: "generation.end", generationId: testId(1002), seq: 9, contentHash: "", message });
    const read: ConversationAction = { type: "messages-loaded", messages: [message] };
    expect(after([end, frame(SNAPSHOT), read], running)).toEqual(running);
  });
});

describe("a run", () => {
  const later = { ...SNAPSHOT, cursor: { epoch: 2, seq: 1 }, parts: [{ type: "text" as const, text: "H" }] };

  test("rolls back to what a later epoch says", () => {
    expect(after([ASKED, frame(SNAPSHOT), frame(later)]).runs[testId(2)]).toMatchObject({
      cursor: { epoch: 2, seq: 1 },
      parts: [{ text: "H" }],
    });
  });

  test("hears nothing from a writer that was replaced", () => {
    const state = after([ASKED, frame(later)]);
    expect(after([frame({ ...SNAPSHOT, channel: "old" })], state)).toEqual(state);
  });

  test("keeps what it shows when a snapshot of the same epoch says less, and grows on its channel", () => {
    const short = { ...SNAPSHOT, channel: "b", cursor: { epoch: 1, seq: 1 }, parts: [] };
    const growth: ConversationAction = {
      type: "answers-grew",
      frames: [
        ["b", 2, "x"],
        ["b", 3, "lo"],
      ],
    };
    const state = after([ASKED, frame(SNAPSHOT), frame(short), growth]);
    expect(state.runs[testId(2)]).toMatchObject({
      channel: "b",
      parts: [{ text: "Hello" }],
      cursor: { epoch: 1, seq: 3 },
    });
  });

  test("is resumed from where that was asked for, whatever came meanwhile", () => {
    const { parts: _parts, ...place } = SNAPSHOT;
    const missed = [{ type: "text-delta" as const, text: "lo" }];
    const resume = frame({ ...place, type: "generation.resume", channel: "b", cursor: { epoch: 1, seq: 4 }, missed });
    const meanwhile: ConversationAction = { type: "answers-grew", frames: [["a", 3, "l"]] };
    const state = after([ASKED, frame(SNAPSHOT), { type: "catch-up-asked" }, meanwhile, resume]);
    expect(state.runs[testId(2)]?.parts).toEqual([{ type: "text", text: "Hello" }]);
  });
});

describe("loading", () => {
  test("earlier messages puts them above and leaves the view where it is", () => {
    const late = after([{ type: "messages-loaded", messages: [testMessage(3, 2), testMessage(4, 3)] }]);
    const earlier = [testMessage(1, null), testMessage(2, 1)];
    const state = after([{ type: "messages-loaded", messages: earlier, leafId: late.leafId }], late);
    expect(shownIds(state)).toEqual([1, 2, 3, 4].map(testId));
  });

  test("messages of another conversation changes nothing", () => {
    const message = testMessage(1, null, { conversationId: testId(99) });
    expect(after([frame({ type: "message.put", message })])).toEqual(EMPTY);
  });
});
