import { describe, expect, it } from "vitest";
import type { ConversationSummary } from "#contracts/conversation.ts";
import { groupByDate } from "./group-by-date.ts";

function touchedAt(updatedAt: string): ConversationSummary {
  const nothing = { title: "", modelId: null, currentLeafId: null, isRunning: false, isUnread: false };
  return { ...nothing, id: updatedAt, createdAt: updatedAt, updatedAt };
}

function namesOf(moments: string[], timeZone = "UTC") {
  return groupByDate(moments.map(touchedAt), { timeZone, today: "2026-03-31" }).map(({ name, items }) => [
    name,
    items.length,
  ]);
}

describe("groupByDate", () => {
  it("names recent spans, then months", () => {
    const moments = ["2026-03-31T10:00:00Z", "2026-03-31T00:00:00Z", "2026-03-30T23:59:59Z", "2026-03-24T12:00:00Z"];
    const older = ["2026-03-23T12:00:00Z", "2026-03-01T12:00:00Z", "2026-02-28T12:00:00Z", "2025-12-31T12:00:00Z"];
    expect(namesOf([...moments, ...older])).toEqual([
      ["today", 2],
      ["yesterday", 1],
      ["previous7Days", 1],
      ["previous30Days", 2],
      ["2026-02-01", 1],
      ["2025-12-01", 1],
    ]);
  });

  it("counts days where the person lives, not where the server stands", () => {
    expect(namesOf(["2026-03-30T22:30:00Z"], "Europe/Berlin")).toEqual([["today", 1]]);
    expect(namesOf(["2026-03-30T22:30:00Z"], "America/New_York")).toEqual([["yesterday", 1]]);
  });

  it("takes a moment that is ahead of this clock as today", () => {
    expect(namesOf(["2026-04-01T00:00:01Z"])).toEqual([["today", 1]]);
  });

  it("falls back to UTC where the time zone is unknown", () => {
    expect(namesOf(["2026-03-31T01:00:00Z"], "Mars/Olympus")).toEqual([["today", 1]]);
  });
});
