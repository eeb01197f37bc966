import * as fc from "fast-check";
import { expect, test } from "vitest";
import { foldStreamPart } from "#contracts/fold-stream-part.ts";
import type { MessagePart } from "#contracts/message.ts";
import type { StreamPart } from "#contracts/stream-part.ts";
import { cutToContinue } from "#inference/continue/cut-to-continue.ts";
import { REQUEST } from "#inference/router/testing-router.ts";
import { ShownAnswer } from "./shown-answer.ts";

const id = fc.constantFrom("1", "2");
const anyParts = fc.array(
  fc.oneof(
    fc.constantFrom<StreamPart>(
      { type: "response-start", modelName: "m", requestId: null },
      { type: "text-delta", text: "one " },
      { type: "text-delta", text: "two " },
      { type: "reasoning-delta", text: "hm " },
      { type: "refusal-delta", text: "no " },
    ),
    id.map((toolCallId): StreamPart => ({ type: "tool-call-start", toolCallId, toolName: "clock" })),
    id.map((toolCallId): StreamPart => ({ type: "tool-call-delta", toolCallId, inputText: "{" })),
    id.map((toolCallId): StreamPart => ({ type: "tool-call-end", toolCallId })),
    id.map((toolCallId): StreamPart => ({ type: "tool-result", toolCallId, output: "12", isError: false })),
  ),
  { maxLength: 30 },
);

test("kept in few pieces an answer is cut where it would be cut part by part, also after it was cut before", () => {
  fc.assert(
    fc.property(anyParts, anyParts, (first, second) => {
      const continues: MessagePart[] = [{ type: "text", text: "zero " }];
      const shown = new ShownAnswer({ ...REQUEST, continues });
      const parts: StreamPart[] = [];
      for (const more of [first, second]) {
        for (const part of more) {
          shown.push(part);
          parts.push(part);
        }
        expect(shown.count).toBe(parts.length);
        const boundary = shown.findSafeBoundary();
        const kept = cutToContinue(parts);
        expect(boundary).toEqual({
          toPart: kept,
          content: parts.slice(0, kept).reduce(foldStreamPart, continues as readonly MessagePart[]),
        });
        shown.rewind(boundary);
        parts.length = kept;
        expect(shown.findSafeBoundary()).toEqual(boundary);
      }
    }),
  );
});
