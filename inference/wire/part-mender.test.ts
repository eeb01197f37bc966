import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { StreamPart } from "#contracts/stream-part.ts";
import { PartMender } from "./part-mender.ts";

function mend(parts: readonly StreamPart[]): StreamPart[] {
  const mender = new PartMender();
  return [...parts.flatMap((part) => mender.push(part)), ...mender.end()];
}

const text = (words: string): StreamPart => ({ type: "text-delta", text: words });
const reasoning = (words: string): StreamPart => ({ type: "reasoning-delta", text: words });

test("a character that was cut in two arrives whole in the second part", () => {
  expect(mend([text("a\ud83d"), text("\ude00b")])).toEqual([text("a"), text("😀b")]);
});

test("a half that nothing of its own block completes becomes a replacement character", () => {
  expect(mend([text("a\ud83d"), reasoning("\ude00")])).toEqual([text("a"), text("\u{FFFD}"), reasoning("\u{FFFD}")]);
});

test("nothing is held back behind the end", () => {
  expect(mend([text("\ud83d"), { type: "finish", reason: "stop" }])).toEqual([
    text("\u{FFFD}"),
    { type: "finish", reason: "stop" },
  ]);
  expect(mend([text("\ud83d")])).toEqual([text("\u{FFFD}")]);
});

test("two tool calls do not complete each other's characters", () => {
  const delta = (toolCallId: string, inputText: string): StreamPart => ({
    type: "tool-call-delta",
    toolCallId,
    inputText,
  });
  expect(mend([delta("1", "\ud83d"), delta("2", "\ude00")])).toEqual([delta("1", "\u{FFFD}"), delta("2", "\u{FFFD}")]);
});

test("an empty delta vanishes and NUL does not reach the database", () => {
  expect(mend([text(""), text("a\0b")])).toEqual([text("a\u{FFFD}b")]);
});

test("whatever comes, and however it is cut, every part is well-formed and together they are the well-formed whole", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ unit: "binary", maxLength: 6 }).map((s) => s.replaceAll("\0", "")),
        { maxLength: 8 },
      ),
      (pieces) => {
        const cut = pieces.flatMap((piece) => piece.split(""));
        const mended = mend(cut.map(text)).map((part) => (part.type === "text-delta" ? part.text : ""));
        expect(mended.every((piece) => piece.isWellFormed() && piece !== "")).toBe(true);
        expect(mended.join("")).toBe(pieces.join("").toWellFormed());
      },
    ),
  );
});
