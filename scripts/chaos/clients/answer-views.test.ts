import { beforeEach, expect, test } from "vitest";
import type { Message, MessagePart } from "#contracts/message.ts";
import { hashParts } from "#scripts/chaos/hash-parts.ts";
import { AnswerViews } from "./answer-views.ts";
import { Journal } from "./journal.ts";

const names = { generationId: "generation", conversationId: "conversation", answerId: "answer" };

let journal: Journal;
let views: AnswerViews;

beforeEach(() => {
  journal = new Journal();
  views = new AnswerViews("client-1", journal);
});

function text(words: string): MessagePart[] {
  return [{ type: "text", text: words }];
}

function snapshot(words: string, cursor: { epoch: number; seq: number }, channel = "a"): void {
  views.place({ type: "generation.snapshot", channel, ...names, cursor, parts: text(words) });
}

function grow(seq: number, words: string): boolean {
  return views.grow("a", seq, { type: "text-delta", text: words });
}

function end(seq: number, words: string, parts?: MessagePart[]): boolean {
  const message = { id: "answer", conversationId: "conversation", ...(parts ? { parts } : {}) } as Message;
  return views.end({
    type: "generation.end",
    generationId: "generation",
    seq,
    contentHash: hashParts(text(words)),
    message,
  });
}

test("what is heard in order is shown, and proved when the client leaves", () => {
  snapshot("one", { epoch: 1, seq: 1 });
  expect(grow(2, " two")).toBe(true);
  views.loseSocket();
  expect(journal.sightings).toMatchObject([{ kind: "left", shown: { epoch: 1, seq: 2, parts: text("one two") } }]);
  expect(views.cursors("conversation")).toEqual({ generation: { epoch: 1, seq: 2 } });
  expect(journal.complaints).toEqual([]);
});

test("a part that comes again changes nothing, and one that is missing is complained of", () => {
  snapshot("one", { epoch: 1, seq: 1 });
  expect(grow(1, "one")).toBe(true);
  expect(views.running[0]?.shown.parts).toEqual(text("one"));
  expect(grow(3, " three")).toBe(false);
  expect(journal.complaints).toMatchObject([{ sentence: "seq 3 came after 1" }]);
});

test("channels of a lost socket mean nothing on the next one", () => {
  snapshot("one", { epoch: 1, seq: 1 });
  views.loseSocket();
  expect(grow(2, " two")).toBe(true);
  expect(views.running[0]?.shown.seq).toBe(1);
});

test("a resumption goes on from what is shown, and a snapshot that begins with it is no rollback", () => {
  snapshot("one", { epoch: 1, seq: 1 });
  expect(views.cursors("conversation")).toEqual({ generation: { epoch: 1, seq: 1 } });
  const missed = [{ type: "text-delta" as const, text: " two" }];
  views.place({ type: "generation.resume", channel: "a", ...names, cursor: { epoch: 1, seq: 2 }, missed });
  expect(views.running[0]?.shown).toEqual({ epoch: 1, seq: 2, parts: text("one two") });
  snapshot("one two three", { epoch: 2, seq: 3 });
  expect(journal.rollbacks).toEqual([]);
});

test("a resumption that was asked for before a snapshot came doubles nothing", () => {
  snapshot("one", { epoch: 1, seq: 1 });
  views.cursors("conversation");
  snapshot("one two", { epoch: 1, seq: 2 });
  const missed = [{ type: "text-delta" as const, text: " two" }];
  views.place({ type: "generation.resume", channel: "b", ...names, cursor: { epoch: 1, seq: 2 }, missed });
  expect(views.running).toMatchObject([{ channel: "b", shown: { seq: 2, parts: text("one two") } }]);
});

test("two contents at one place of an epoch are complained of", () => {
  snapshot("one two", { epoch: 1, seq: 2 });
  snapshot("other", { epoch: 1, seq: 1 });
  expect(journal.complaints).toMatchObject([{ sentence: "has two contents in epoch 1 up to seq 1" }]);
});

test("a snapshot that lacks what was shown is a rollback, and an older epoch is complained of", () => {
  snapshot("one two", { epoch: 2, seq: 2 });
  snapshot("one", { epoch: 3, seq: 1 });
  expect(journal.rollbacks).toMatchObject([{ from: { epoch: 2 }, to: { epoch: 3, parts: text("one") } }]);
  snapshot("one", { epoch: 2, seq: 1 });
  expect(journal.complaints).toMatchObject([{ sentence: "went from epoch 3 back to 2" }]);
});

test("the end is right where the content has its hash, and then it is over", () => {
  snapshot("one", { epoch: 1, seq: 1 });
  expect(end(1, "one")).toBe(true);
  expect(views.running).toEqual([]);
  expect(journal.sightings).toMatchObject([{ kind: "ended", contentHash: hashParts(text("one")) }]);
});

test("the end of an answer that is shown otherwise is not the end until it is read again", () => {
  snapshot("one", { epoch: 1, seq: 1 });
  expect(end(2, "one two")).toBe(false);
  expect(views.running).toHaveLength(1);
  expect(journal.complaints).toMatchObject([{ sentence: "ended at seq 2 and is shown to 1" }]);
  views.put({
    id: "answer",
    ...names,
    role: "assistant",
    status: "ended",
    parts: text("one two"),
  } as unknown as Message);
  expect(views.running).toEqual([]);
  expect(journal.sightings.at(-1)).toMatchObject({ kind: "told", shown: { parts: text("one two") } });
});

test("who comes back behind the end is not blamed for what it missed", () => {
  snapshot("one", { epoch: 1, seq: 1 });
  views.loseSocket();
  expect(end(2, "one two")).toBe(false);
  expect(journal.complaints).toEqual([]);
});

test("an answer that is gone on with under a new name is over under its old one", () => {
  snapshot("one", { epoch: 1, seq: 1 });
  const again = {
    ...names,
    id: "answer",
    generationId: "generation-2",
    role: "assistant",
    status: "running",
    parts: [],
  };
  views.put(again as unknown as Message);
  expect(views.running).toMatchObject([{ generationId: "generation-2" }]);
  expect(journal.sightings).toMatchObject([
    { kind: "left", generationId: "generation", shown: { parts: text("one") } },
  ]);
});

test("a server that cannot read the log at the moment takes nothing back", () => {
  snapshot("one", { epoch: 1, seq: 1 });
  snapshot("", { epoch: 0, seq: 0 }, "b");
  expect(views.running).toMatchObject([{ channel: "a", shown: { epoch: 1, seq: 1, parts: text("one") } }]);
  expect({ rollbacks: journal.rollbacks, complaints: journal.complaints }).toEqual({ rollbacks: [], complaints: [] });
});
