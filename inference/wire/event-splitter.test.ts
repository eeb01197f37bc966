import * as fc from "fast-check";
import { expect, test } from "vitest";
import { EVENT_LENGTH_MAX } from "#inference/size-limits.ts";
import { EventSplitter, type ServerSentEvent } from "./event-splitter.ts";

function split(...texts: string[]): ServerSentEvent[] {
  const splitter = new EventSplitter();
  return texts.flatMap((text) => splitter.push(text));
}

test("an event ends with an empty line and has its name and data", () => {
  expect(split("event: ping\ndata: {}\n\ndata: two\n\n")).toEqual([
    { event: "ping", data: "{}" },
    { event: "", data: "two" },
  ]);
});

test("several data lines are one text, with line breaks between them", () => {
  expect(split("data: a\ndata:b\ndata\n\n")).toEqual([{ event: "", data: "a\nb\n" }]);
});

test("comments, unknown fields and events without data vanish", () => {
  expect(split(": keep-alive\n\nid: 7\nretry: 10\nevent: nothing\n\ndata: x\n\n")).toEqual([{ event: "", data: "x" }]);
});

test("an event that the stream breaks off is no event", () => {
  expect(split("data: whole\n\ndata: half\n")).toEqual([{ event: "", data: "whole" }]);
});

test("however the lines end and the text is cut, the events are the same", () => {
  const line = fc.constantFrom("data: x", "data:yy", "event: e", ": comment", "", "", "data: é😀");
  const end = fc.constantFrom("\n", "\r\n", "\r");
  fc.assert(
    fc.property(fc.array(fc.tuple(line, end)), fc.infiniteStream(fc.integer({ min: 1, max: 5 })), (lines, sizes) => {
      const plain = lines.map(([content]) => `${content}\n`).join("");
      const text = lines.map(([content, ending]) => content + ending).join("");
      // A carriage return before a line that begins with a line feed would be one line end, not two.
      fc.pre(!text.includes("\r\n") || lines.every(([, ending]) => ending !== "\r"));
      const pieces: string[] = [];
      for (let at = 0; at < text.length;) {
        const size = sizes.next().value ?? 1;
        pieces.push(text.slice(at, at + size));
        at += size;
      }
      expect(split(...pieces)).toEqual(split(plain));
    }),
  );
});

test("an event longer than the limit is refused, also when it comes in many lines", () => {
  const splitter = new EventSplitter();
  const line = `data: ${"x".repeat(1_000_000)}\n`;
  expect(() => {
    for (let sent = 0; sent <= EVENT_LENGTH_MAX; sent += line.length) splitter.push(line);
  }).toThrow(expect.objectContaining({ code: "provider-stream-broken", isRetryable: false }));
});

test("a long line that comes one character at a time is read in one pass", () => {
  const splitter = new EventSplitter();
  const text = `data: ${"x".repeat(300_000)}\n\n`;
  const events = text.split("").flatMap((character) => splitter.push(character));
  expect(events[0]?.data.length).toBe(300_000);
});
