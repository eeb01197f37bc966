import { describe, expect, it } from "vitest";
import type { ConversationSummary } from "#contracts/conversation.ts";
import { dropConversation, putConversation } from "./conversation-list.ts";

function touched(id: string, minute: number): ConversationSummary {
  const updatedAt = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  return {
    id,
    title: id,
    modelId: null,
    currentLeafId: null,
    createdAt: updatedAt,
    updatedAt,
    isRunning: false,
    isUnread: false,
  };
}

function listOf(pages: [string, number][][], hasMore: boolean) {
  return {
    pages: pages.map((items, index) => ({
      items: items.map(([id, minute]) => touched(id, minute)),
      nextCursor: hasMore || index < pages.length - 1 ? `after ${index}` : null,
    })),
    pageParams: pages.map((_, index) => (index === 0 ? null : `after ${index - 1}`)),
  };
}

const idsOf = (data: ReturnType<typeof putConversation>) => data.pages.map((page) => page.items.map(({ id }) => id));

describe("putConversation", () => {
  const two = listOf(
    [
      [
        ["d", 40],
        ["c", 30],
      ],
      [
        ["b", 20],
        ["a", 10],
      ],
    ],
    false,
  );

  it("puts a new one first", () => {
    expect(idsOf(putConversation(two, touched("e", 50)))).toEqual([
      ["e", "d", "c"],
      ["b", "a"],
    ]);
  });

  it("moves one that changed to its new place, and shows it once", () => {
    expect(idsOf(putConversation(two, touched("a", 50)))).toEqual([["a", "d", "c"], ["b"]]);
  });

  it("puts a restored one where its time belongs", () => {
    expect(idsOf(putConversation(two, touched("x", 25)))).toEqual([
      ["d", "c"],
      ["x", "b", "a"],
    ]);
  });

  it("puts the oldest of all last when everything is loaded", () => {
    expect(idsOf(putConversation(two, touched("z", 1)))).toEqual([
      ["d", "c"],
      ["b", "a", "z"],
    ]);
  });

  it("leaves one that is older than what is loaded to its own page", () => {
    expect(idsOf(putConversation(listOf([[["d", 40]]], true), touched("z", 1)))).toEqual([["d"]]);
  });

  it("is safe to repeat, and leaves what it was given as it was", () => {
    const once = putConversation(two, touched("e", 50));
    expect(putConversation(once, touched("e", 50))).toEqual(once);
    expect(idsOf(two)).toEqual([
      ["d", "c"],
      ["b", "a"],
    ]);
  });

  it("fills an empty list", () => {
    expect(idsOf(putConversation(listOf([[]], false), touched("a", 1)))).toEqual([["a"]]);
  });
});

it("drops a conversation, and is safe to repeat", () => {
  const dropped = dropConversation(
    listOf(
      [
        [
          ["b", 20],
          ["a", 10],
        ],
      ],
      false,
    ),
    "b",
  );
  expect(idsOf(dropped)).toEqual([["a"]]);
  expect(dropConversation(dropped, "b")).toEqual(dropped);
});
